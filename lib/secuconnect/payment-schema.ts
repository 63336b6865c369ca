import { z } from "zod";
import { currency, essential, flag, integer, listOf, objectOrNull, optionalInteger, text } from "./fields";
import { instructions } from "./smart-schema";

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
