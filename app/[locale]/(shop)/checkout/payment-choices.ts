import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import type { OfferedMethod } from "@/lib/payments/methods";

/** A way to pay as the form shows it. `privacy` says which data go to secupay, where they may be used for scoring. */
export type PaymentChoice = {
  method: string;
  name: string;
  text: string;
  /** Said instead when the goods are fetched. */
  textFetched: string | null;
  privacy: string | null;
  /** The account is asked for here, not on secupay's page. */
  asksAccount: boolean;
  /** The remembered account, where one may be used again. */
  account: string | null;
};

export function paymentChoices(
  methods: readonly OfferedMethod[],
  locale: Locale,
  account: string | null = null,
): PaymentChoice[] {
  const t = translator(locale, "checkout");
  return methods.map(({ method, flow }) => ({
    method,
    name: t(`methods.${method}.name`),
    text:
      method === "debit" && flow === "own"
        ? t(account ? "methods.debit.knownText" : "methods.debit.ownText")
        : t(`methods.${method}.text`),
    privacy: method === "invoice" || method === "debit" ? t(`privacy.${method}`) : null,
    textFetched: method === "prepaid" || method === "invoice" ? t(`methods.${method}.fetched`) : null,
    asksAccount: method === "debit" && flow === "own",
    account: method === "debit" && flow === "own" ? account : null,
  }));
}
