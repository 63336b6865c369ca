import type { SandboxContext } from "../../context";
import type { Method, SmartTransaction } from "../../types";
import { isOpen } from "./common";
import { type PayLink, payHref, returnUrl } from "./link";
import { resultKind, wayBack } from "./result";
import { cardIssuer, cardProblems, debitProblems, type Form, maskCard, type Problems } from "./validate";

export function methodProblems(method: Method, form: Form, now: number): Problems {
  if (method === "creditcard") return cardProblems(form, now);
  return method === "debit" ? debitProblems(form) : {};
}

export function containerOf(method: Method, form: Form) {
  const owner = form.owner?.trim() ?? "";
  if (method === "debit") {
    return {
      type: "bank_account",
      private: { owner, iban: (form.iban ?? "").replace(/\s/g, "").toUpperCase() },
    };
  }
  const number = form.number ?? "";
  const expiry = (form.expiry ?? "").replace(/\s/g, "");
  return {
    type: "credit_card",
    private: { owner, pan: maskCard(number), expiration_date: expiry, issuer: cardIssuer(number) },
  };
}

/** Where the browser goes after an attempt (api.md 11.3). */
export function afterAttempt(ctx: SandboxContext, link: PayLink, smart: SmartTransaction): string {
  if (smart.external) return payHref(link, `/external/${smart.external.method}`);
  const general = payHref({ ...link, method: null, picked: false });
  const direct = link.method !== null && !link.picked;
  if (smart.status === "failed") {
    const bounce = direct ? returnUrl(smart.applicationContext.return_urls, "error") : null;
    return bounce ?? general;
  }
  if (resultKind(smart) === "transfer") return general;
  return isOpen(ctx, smart) ? general : (wayBack(smart) ?? general);
}
