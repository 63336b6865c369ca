import { env } from "@/lib/env";
import { isLocale, locales } from "@/lib/i18n/config";
import { readLegalText } from "@/lib/legal/read";
import { parseKind } from "@/lib/mail/kinds";
import { renderLetter } from "@/lib/mail/render";
import { allKinds, sampleLetter } from "@/lib/mail/samples";
import { getContext } from "@/lib/runtime";

/** Every mail with sample data, in both languages and both parts; for developers, so only in the demo and in development. */
export async function GET(request: Request): Promise<Response> {
  const settings = env();
  if (process.env.NODE_ENV === "production" && !settings.KONTOR_DEMO) return notFound();
  const { searchParams } = new URL(request.url);
  const wanted = searchParams.get("kind");
  if (wanted === null) return page(list());
  const kind = parseKind(wanted)?.kind;
  const locale = searchParams.get("locale") ?? "de";
  if (!kind || !isLocale(locale)) return notFound();
  const { db } = await getContext();
  const legal = [await readLegalText(db, "terms", locale), await readLegalText(db, "withdrawal", locale)];
  const { facts, letter } = await sampleLetter(kind, locale, settings.APP_URL, {
    legal: legal.filter((text) => text !== null),
  });
  const { html, text } = await renderLetter(facts, letter);
  if (searchParams.get("part") === "text") {
    const headers = { ...noStore, "Content-Type": "text/plain; charset=utf-8" };
    return new Response(`${letter.subject}\n\n${text}`, { headers });
  }
  return page(withPictures(html, letter.attachments));
}

const noStore = { "Cache-Control": "no-store", "X-Robots-Tag": "noindex" };

const notFound = () => new Response("Not found", { status: 404, headers: noStore });

const page = (html: string) =>
  new Response(html, { headers: { ...noStore, "Content-Type": "text/html; charset=utf-8" } });

/** A browser knows no parts of a mail, so their content takes the place of their names. */
function withPictures(
  html: string,
  files: readonly { cid?: string; contentType: string; content: Buffer }[],
): string {
  return files.reduce(
    (all, { cid, contentType, content }) =>
      cid ? all.replaceAll(`cid:${cid}`, `data:${contentType};base64,${content.toString("base64")}`) : all,
    html,
  );
}

function list(): string {
  const link = (kind: string, locale: string, part: string) =>
    `<a href="?kind=${kind}&amp;locale=${locale}&amp;part=${part}">${locale} ${part}</a>`;
  const rows = allKinds.map((kind) => {
    const links = locales.flatMap((locale) => [link(kind, locale, "html"), link(kind, locale, "text")]);
    return `<tr><th scope="row">${kind}</th><td>${links.join(" · ")}</td></tr>`;
  });
  const style =
    "body{font:16px/1.6 system-ui,sans-serif;margin:2rem;color-scheme:light dark}th{text-align:left;padding-right:2rem}";
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Mails</title><style>${style}</style></head><body><h1>Mails</h1><table>${rows.join("")}</table></body></html>`;
}

export const dynamic = "force-dynamic";
