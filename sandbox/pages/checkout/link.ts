import { METHODS, type Method } from "../../types";
import type { Lang } from "../format";

/** What the query of a pay link says (api.md 11.1). */
export interface PayLink {
  stx: string;
  /** null on the general link. */
  method: Method | null;
  /** The buyer came to this method from the list, not by a link of the shop. */
  picked: boolean;
  lang: Lang | null;
  contract: string | null;
}

function toMethod(name: string | undefined): Method | null {
  const wanted = name === "prepay" ? "prepaid" : name?.toLowerCase();
  return METHODS.find((method) => method === wanted) ?? null;
}

/** Reads a pay link's query, with its quirks: `prepay` for advance payment, `initPaymentMethod` for invoice. */
export function readPayLink(query: Record<string, string | undefined>): PayLink {
  return {
    stx: query.stx ?? "",
    method: toMethod(query["payment-method"] ?? query.initPaymentMethod),
    picked: query.from === "list",
    lang: query.lang === "de" || query.lang === "en" ? query.lang : null,
    contract: query.contract ?? null,
  };
}

/** The same link again, for a step of the checkout. */
export function payHref(link: PayLink, path = "/checkout", extra: Record<string, string> = {}): string {
  const query = new URLSearchParams();
  if (link.method === "invoice") query.set("initPaymentMethod", "invoice");
  else if (link.method) query.set("payment-method", link.method === "prepaid" ? "prepay" : link.method);
  query.set("stx", link.stx);
  if (link.contract) query.set("contract", link.contract);
  query.set("server", "testing");
  if (link.method && link.picked) query.set("from", "list");
  if (link.lang) query.set("lang", link.lang);
  for (const [name, value] of Object.entries(extra)) query.set(name, value);
  return `${path}?${query}`;
}

/** The return URL of an event, or null (api.md 11.3); a URL that would run as script counts as missing. */
export function returnUrl(
  urls: { url_success?: string; url_error?: string; url_abort?: string },
  event: "success" | "error" | "abort",
): string | null {
  const url = event === "abort" ? (urls.url_abort ?? urls.url_error) : urls[`url_${event}`];
  if (!url || /^\s*(javascript|data|vbscript):/i.test(url)) return null;
  return url;
}
