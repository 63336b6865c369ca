import type { DebitLabels } from "@/components/payment/debit-fields";
import type { Locale } from "@/lib/i18n/config";
import { messagesOf } from "@/lib/i18n/messages";

/** The texts of the direct debit's fields, which the checkout and the order page share. */
export function debitLabels(locale: Locale): DebitLabels {
  const { debit, address, errors } = messagesOf(locale).checkout;
  const { iban_missing, iban_invalid, iban_not_sepa } = errors;
  return { ...debit, optional: address.optional, problems: { iban_missing, iban_invalid, iban_not_sepa } };
}
