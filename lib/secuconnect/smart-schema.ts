import { z } from "zod";
import { currency, essential, flag, integer, listOf, objectOrNull, text } from "./fields";
import { type Method, methods, type PaymentLinks } from "./types";

/** api.md 16.1; loans carry figures of their own and no account, which counts as none. */
export const instructions = z
  .object({
    owner: essential,
    iban: essential,
    bic: text,
    bankname: text,
    purpose: essential,
    girocode_url: text,
  })
  .transform((seen) => ({
    owner: seen.owner,
    iban: seen.iban,
    bic: seen.bic ?? "",
    bankname: seen.bankname ?? "",
    purpose: seen.purpose,
    girocodeUrl: seen.girocode_url,
  }));

const linkNames: readonly (Method | "general")[] = [...methods, "general"];

const paymentLinks = z.record(z.string(), z.unknown()).transform((seen): PaymentLinks => {
  const links: PaymentLinks = {};
  for (const name of linkNames) {
    const url = seen[name];
    if (typeof url === "string" && url !== "") links[name] = url;
  }
  return links;
});

const delivery = z
  .object({
    type: essential,
    store_id: text,
    code: text,
    delivered_at: text,
    shipped_at: text,
    shipped_by: text,
    tracking_code: text,
    invoice_number: text,
  })
  .transform((seen) => ({
    type: seen.type,
    storeId: seen.store_id,
    code: seen.code || null,
    deliveredAt: seen.delivered_at,
    shippedAt: seen.shipped_at,
    shippedBy: seen.shipped_by,
    trackingCode: seen.tracking_code,
    invoiceNumber: seen.invoice_number,
  }));

/** api.md 6.1 */
export const smartTransaction = z
  .object({
    id: essential,
    status: essential,
    basket_info: z.object({ sum: integer, currency }),
    merchantRef: text,
    transactionRef: text,
    payment_method: text,
    is_demo: flag,
    intent: text,
    customer: objectOrNull(z.object({ id: essential })),
    container: objectOrNull(z.object({ id: essential })),
    transactions: listOf(z.object({ id: essential, trans_id: text, transaction_hash: text })),
    trans_id: text,
    payment_instructions: objectOrNull(instructions),
    payment_links: objectOrNull(paymentLinks),
    checkout_links: objectOrNull(z.object({ url_checkout: essential })),
    iframe_url: text,
    delivery_options: objectOrNull(delivery),
  })
  .transform((seen) => ({
    id: seen.id,
    status: seen.status,
    amount: seen.basket_info.sum,
    currency: seen.basket_info.currency,
    merchantRef: seen.merchantRef,
    transactionRef: seen.transactionRef,
    paymentMethod: seen.payment_method,
    isDemo: seen.is_demo,
    intent: seen.intent,
    customerId: seen.customer?.id ?? null,
    containerId: seen.container?.id ?? null,
    transactions: seen.transactions.map((one) => ({
      id: one.id,
      transId: one.trans_id,
      hash: one.transaction_hash,
    })),
    transId: seen.trans_id,
    paymentInstructions: seen.payment_instructions,
    paymentLinks: seen.payment_links,
    checkoutUrl: seen.checkout_links?.url_checkout ?? null,
    iframeUrl: seen.iframe_url || null,
    deliveryOptions: seen.delivery_options,
  }));

/** api.md 5: `count` is the number of all matches, not of this page. */
export const smartTransactionList = z
  .object({ data: z.array(smartTransaction).nullish() })
  .transform((seen) => seen.data ?? []);
