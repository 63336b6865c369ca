import { z } from "zod";
import { type Method, methods, type PaymentLinks } from "./types";

// Foreign JSON stops here. What the shop decides by (id, status, amount) must be there; everything else may be null,
// missing or of an unknown value, and fields we do not know are ignored (api.md 2.5).

const essential = z.string().min(1);
const text = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .transform((value) => value ?? null);
const integer = z.union([
  z.int(),
  z
    .string()
    .regex(/^-?\d{1,15}$/)
    .transform(Number),
]);
const optionalInteger = integer.nullish().transform((value) => value ?? null);
const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);
const currency = z
  .string()
  .nullish()
  .transform((value) => value || "EUR");

/** A list whose entries without the needed fields are passed over; PHP may render an empty one as an object. */
function listOf<T extends z.ZodType>(entry: T) {
  return z.unknown().transform((value): z.output<T>[] => {
    if (!Array.isArray(value)) return [];
    return value.flatMap((item) => {
      const parsed = entry.safeParse(item);
      return parsed.success ? [parsed.data] : [];
    });
  });
}

/** Objects that are optional as a whole: null when missing or when what matters in them is. */
function objectOrNull<T extends z.ZodType>(object: T) {
  return z.unknown().transform((value): z.output<T> | null => {
    const parsed = object.safeParse(value);
    return parsed.success ? parsed.data : null;
  });
}

const instructions = z
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
    shipped_at: text,
    shipped_by: text,
    tracking_code: text,
    invoice_number: text,
  })
  .transform((seen) => ({
    type: seen.type,
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

/** api.md 12 */
export const payment = z
  .object({
    id: essential,
    amount: integer,
    currency,
    trans_id: text,
    transaction_hash: text,
    details: z.object({
      status: integer,
      status_text: text,
      status_simple: integer,
      status_simple_text: text,
      cleared: text,
    }),
    incoming_payment_date: text,
    related_transactions: listOf(
      z.object({ id: essential, hierarchy: text, ref_type_id: optionalInteger, trans_id: text }),
    ),
    invoice_number: text,
    order_id: text,
    accrual: flag,
  })
  .transform((seen) => ({
    id: seen.id,
    simple: seen.details.status_simple,
    simpleText: seen.details.status_simple_text,
    status: seen.details.status,
    statusText: seen.details.status_text,
    amount: seen.amount,
    currency: seen.currency,
    transId: seen.trans_id,
    hash: seen.transaction_hash,
    cleared: seen.details.cleared,
    incomingPaymentDate: seen.incoming_payment_date,
    related: seen.related_transactions.map((one) => ({
      id: one.id,
      hierarchy: one.hierarchy,
      refTypeId: one.ref_type_id,
      transId: one.trans_id,
    })),
    invoiceNumber: seen.invoice_number,
    orderId: seen.order_id,
    accrual: seen.accrual,
  }));

/** The original and, if the payment was executed, the refund (api.md 13.4). */
export const payments = z.array(payment).min(1);

/** Capture answers one object; before 2023 it was in a list (api.md 13.3). */
export const capturedPayment = z.union([payment, z.tuple([payment], payment).transform((list) => list[0])]);

/** api.md 13.2 */
export const paymentStatus = z
  .object({ status: integer, status_simple: integer, amount: integer, currency })
  .transform((seen) => ({
    simple: seen.status_simple,
    status: seen.status,
    amount: seen.amount,
    currency: seen.currency,
  }));

/** api.md 13.6 */
export const instructionsAnswer = z
  .object({ payment_instructions: objectOrNull(instructions) })
  .transform((seen) => seen.payment_instructions);

/** api.md 13.5 */
export const resultTrue = z.object({ result: z.literal(true) });

/** api.md 20 */
export const uploadedDocument = z.object({ id: essential });
export const assignedDocument = z.object({ document: z.object({ id: essential }) });

/** Names of a contract as those of prepare and payment_links (api.md 19). */
const contractNames = new Map<string, Method>([
  ["creditcard", "creditcard"],
  ["googlepay", "creditcard"],
  ["applepay", "creditcard"],
  ["debit", "debit"],
  ["invoice", "invoice"],
  ["prepay", "prepaid"],
  ["paypal", "paypal"],
  ["easycredit", "easycredit"],
  ["eps", "eps"],
  ["sofort", "sofort"],
  ["giropay", "giropay"],
]);

export const methodNames = z.array(z.string()).transform((names): Method[] => {
  const known = names.flatMap((name) => contractNames.get(name.toLowerCase()) ?? []);
  return [...new Set(known)];
});

/** api.md 3.1 */
export const token = z
  .object({ access_token: essential, expires_in: integer })
  .transform((seen) => ({ value: seen.access_token, seconds: seen.expires_in }));

/** Both error bodies: that of the API (api.md 4.1) and that of the token endpoint (api.md 3.1). */
export const errorBody = z
  .object({
    error: text,
    error_details: text,
    error_description: text,
    code: optionalInteger.catch(null),
    supportId: text,
  })
  .transform((seen) => ({
    error: seen.error,
    details: seen.error_details ?? seen.error_description,
    code: seen.code,
    supportId: seen.supportId,
  }));
