/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import type { SmartTransaction } from "../../types";
import type { Lang } from "../format";
import { Shell } from "../layout";
import type { Texts } from "../texts/texts";
import { type PayLink, payHref } from "./link";
import { Summary } from "./summary";

/** What every view of the hosted checkout needs. */
export interface CheckoutView {
  t: Texts;
  lang: Lang;
  link: PayLink;
  smart: SmartTransaction;
  shop: string;
  background: string | null;
}

function Languages({ t, lang, link, path }: { t: Texts; lang: Lang; link: PayLink; path: string }) {
  const names = { de: "Deutsch", en: "English" } as const;
  return (
    <nav class="languages" aria-label={t.language}>
      {(["de", "en"] as const).map((code) =>
        code === lang ? (
          <span key={code} aria-current="true">
            {names[code]}
          </span>
        ) : (
          <a key={code} href={payHref({ ...link, lang: code }, path)} lang={code} hreflang={code}>
            {names[code]}
          </a>
        ),
      )}
    </nav>
  );
}

type FrameProps = { view: CheckoutView; step?: "method" | "data" | "pay"; path?: string; children: Child };

function Steps({ t, step }: { t: Texts; step: "method" | "data" | "pay" }) {
  return (
    <ol class="steps" aria-label={t.steps.label}>
      {(["method", "data", "pay"] as const).map((name) => (
        <li key={name} aria-current={name === step ? "step" : undefined}>
          <span>{t.steps[name]}</span>
        </li>
      ))}
    </ol>
  );
}

/** A page of the hosted checkout: shop's name, language switch, the work at the left, the order at the right. */
export function Frame({ view, step, path = "/checkout", children }: FrameProps) {
  const { t, lang, link, smart, shop, background } = view;
  return (
    <Shell
      lang={lang}
      title={t.pageTitle(shop)}
      sheet="checkout"
      bodyClass="checkout"
      background={background}
    >
      <div class="frame">
        <header class="top">
          <p class="shop-name">{shop}</p>
          <Languages t={t} lang={lang} link={link} path={path} />
        </header>
        <div class="panes two">
          <Summary t={t} lang={lang} smart={smart} shop={shop} />
          <main class="work" id="main">
            {step ? <Steps t={t} step={step} /> : null}
            {children}
          </main>
        </div>
        <footer class="foot">
          <span>secuconnect Sandbox</span>
          <span class="mono">{smart.id}</span>
        </footer>
      </div>
    </Shell>
  );
}

/** A page for which no transaction is known. */
export function PlainPage({ lang, title, line }: { lang: Lang; title: string; line: string }) {
  return (
    <Shell lang={lang} title={title} sheet="checkout" bodyClass="checkout">
      <div class="frame provider">
        <div class="panes">
          <main class="work stack" id="main">
            <h1>{title}</h1>
            <p>{line}</p>
          </main>
        </div>
      </div>
    </Shell>
  );
}
