/** @jsxImportSource hono/jsx */
import type { Context } from "hono";
import type { SandboxContext } from "../../context";
import type { Method, SmartTransaction } from "../../types";
import type { Lang } from "../format";
import { textsOf } from "../texts/texts";
import { type CheckoutView, PlainPage } from "./frame";
import type { PayLink } from "./link";

/** Can the buyer still act here? An authorised payment waits for the shop, so it counts as done. */
export function isOpen(ctx: SandboxContext, smart: SmartTransaction): boolean {
  return ctx.engine.linksOpen(smart) && smart.status !== "approved";
}

/** The mark of the state a form was made for: amount and attempt. */
export function stateOf(smart: SmartTransaction): string {
  return `${smart.basketInfo.sum}.${smart.basketInfo.currency}.${smart.paymentIds[0] ?? "none"}`;
}

/** The method this link leads to: named by it, or the only one there is. */
export function methodOf(ctx: SandboxContext, link: PayLink, smart: SmartTransaction): Method | null {
  const methods = ctx.engine.methodsFor(smart);
  if (link.method) return methods.includes(link.method) ? link.method : null;
  const [only, another] = methods;
  return only && !another ? only : null;
}

export function languageOf(link: PayLink, smart: SmartTransaction | undefined): Lang {
  return link.lang ?? (smart?.applicationContext.language === "en" ? "en" : "de");
}

export function viewOf(ctx: SandboxContext, link: PayLink, smart: SmartTransaction): CheckoutView {
  const lang = languageOf(link, smart);
  const contract = ctx.engine.contract(smart.contractId);
  const background = contract?.background;
  return {
    t: textsOf(lang),
    lang,
    link,
    smart,
    shop: contract?.companyname ?? "Shop",
    background: background?.enabled ? background.image_url : null,
  };
}

export function notFound(c: Context, lang: Lang) {
  const t = textsOf(lang);
  return c.html(<PlainPage lang={lang} title={t.notFound.title} line={t.notFound.line} />, 404);
}
