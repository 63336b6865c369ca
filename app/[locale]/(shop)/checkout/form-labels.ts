import { debitLabels } from "@/components/payment/debit-labels";
import type { Locale } from "@/lib/i18n/config";
import { messagesOf, translator } from "@/lib/i18n/messages";
import { readPickupPlace } from "@/lib/orders/pickup-place";
import { getContext } from "@/lib/runtime";
import type { CheckoutLabels } from "./labels";

/** Only the texts the form shows travel to the browser. */
export async function formLabels(locale: Locale): Promise<CheckoutLabels> {
  const place = await readPickupPlace((await getContext()).db, locale);
  const { contact, address, payment, privacy, note, submit, sending, errors, ...more } =
    messagesOf(locale).checkout;
  const collectionText = translator(locale, "checkout")("delivery.collectionText", { place });
  const delivery = { ...more.delivery, collectionText };
  const debit = debitLabels(locale);
  const customer = messagesOf(locale).customer.form;
  return { contact, delivery, address, payment, debit, customer, privacy, note, submit, sending, errors };
}
