/** @jsxImportSource hono/jsx */
import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { Lang } from "./format";

const BAND: Record<Lang, string> = {
  de: "Simulation – hier fließt kein Geld",
  en: "Simulation — no money moves",
};

type ShellProps = {
  lang: Lang;
  title: string;
  sheet: "checkout" | "console";
  bodyClass?: string;
  background?: string | null;
  children: Child;
};

/** The frame of every page: style sheets, the hatched band that says "simulation", and a way past it. */
export function Shell({ lang, title, sheet, bodyClass, background, children }: ShellProps) {
  return (
    <>
      {raw("<!doctype html>")}
      <html lang={lang}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          <title>{title}</title>
          <link rel="icon" href="data:," />
          <link rel="stylesheet" href="/_pages/base.css" />
          <link rel="stylesheet" href={`/_pages/${sheet}.css`} />
          <script type="module" src="/_pages/sugar.js" />
        </head>
        <body class={[bodyClass, background ? "background" : null].filter(Boolean).join(" ")}>
          {background ? <img class="backdrop" src={background} alt="" /> : null}
          <a class="skip" href="#main">
            {lang === "de" ? "Zum Inhalt" : "Skip to content"}
          </a>
          <aside class="band" aria-label="Simulation">
            <span>{BAND[lang]}</span>
          </aside>
          {children}
        </body>
      </html>
    </>
  );
}
