import "server-only";
import { eq } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { orders, type PaymentAttempt, paymentAttempts } from "@/lib/db/schema";
import { ensureInvoice } from "@/lib/invoices/invoice";
import {
  allowsDelivery,
  type Deliverable,
  type DeliveryResult,
  findDeliverable,
  markDelivered,
  reportDelivery,
} from "@/lib/orders/delivery";
import { paysLater } from "@/lib/payments/methods";
import { isSecuconnectError } from "@/lib/secuconnect/errors";
import type { CallOptions, Payment, ShippingInformation } from "@/lib/secuconnect/types";

export type Shipment = { carrier: string; trackingId: string };

/** Detailed status of an invoice that is shipped and due (api.md 13.3). */
const invoiceOpen = 86;

/**
 * Marks an order as shipped, at secuconnect first: an invoice becomes due (api.md 13.3), other payments get a shipping
 * note (api.md 13.5), both with the number of the order's invoice, which is issued before. May be repeated after a lost
 * answer: the payment is read before anything is sent, and what secuconnect knows already counts as done. Only one of
 * several callers wins; the others hear `already_shipped`.
 */
export async function shipOrder(
  ctx: Context,
  orderId: string,
  { carrier, trackingId }: Shipment,
  admin: { email: string },
): Promise<DeliveryResult> {
  const found = await findDeliverable(ctx, orderId, "shipping");
  if (!found.ok) return found;
  const { order, attempt, pciId } = found;
  return reportDelivery(ctx, attempt, async (options) => {
    const payment = await ctx.secuconnect.readPayment(pciId, options);
    if (!allowsDelivery(payment)) return { ok: false, reason: "payment_changed" };
    await keepTransfer(ctx, found, options);
    const invoiceNumber = await drawInvoice(ctx, orderId);
    if (invoiceNumber === null) return { ok: false, reason: "not_ready" };
    const shipment = { carrier, trackingId, invoiceNumber };
    const shipping = { ...shipment, orderId: order.number, shippedAt: ctx.now() };
    if (!isShipped(payment, attempt, shipment)) await tell(ctx, found, payment, shipping, options);
    const summary = `shipped by ${admin.email}: ${carrier} ${trackingId}, ${invoiceNumber}`;
    return markDelivered(ctx, found, { kind: "shipped", shipment, summary });
  });
}

/** The number of the invoice, issued now or by an earlier try; null when the order was called off meanwhile. */
function drawInvoice(ctx: Context, orderId: string): Promise<string | null> {
  return ctx.db.transaction(async (tx) => {
    const [order] = await tx.select().from(orders).where(eq(orders.id, orderId)).for("update");
    const mayLeave = order?.state === "shipped" || (order?.state === "confirmed" && !order.cancelRequestedAt);
    return mayLeave ? (await ensureInvoice(ctx, tx, orderId)).number : null;
  });
}

/** The invoice must name the account to pay to; secuconnect is asked for it if it came with no answer so far (api.md 13.6). */
export async function keepTransfer(
  ctx: Context,
  { attempt, pciId }: Deliverable,
  options: CallOptions,
): Promise<void> {
  if (!paysLater(attempt.method) || attempt.transfer) return;
  const given = await ctx.secuconnect.paymentInstructions(pciId, options);
  if (!given) return;
  const { owner, iban, bic, bankname, purpose } = given;
  await ctx.db
    .update(paymentAttempts)
    .set({ transfer: { owner, iban, bic, bankname, purpose } })
    .where(eq(paymentAttempts.id, attempt.id));
}

/** Whether secuconnect knows of this shipment already. */
function isShipped(payment: Payment, attempt: PaymentAttempt, shipment: { invoiceNumber: string }): boolean {
  if (!needsCapture(payment, attempt)) return payment.invoiceNumber === shipment.invoiceNumber;
  return payment.simple !== 14 && (payment.status === invoiceOpen || payment.invoiceNumber !== null);
}

function needsCapture(payment: Payment, attempt: PaymentAttempt): boolean {
  return payment.simple === 14 || paysLater(attempt.method);
}

/** Tells secuconnect. A failed capture is looked up once: it may have been done, by this call or by another one. */
async function tell(
  ctx: Context,
  { attempt, pciId }: Deliverable,
  payment: Payment,
  shipping: ShippingInformation,
  options: CallOptions,
): Promise<void> {
  if (!needsCapture(payment, attempt)) {
    await ctx.secuconnect.addShippingInformation(pciId, shipping, options);
    return;
  }
  try {
    await ctx.secuconnect.capture(pciId, shipping, options);
  } catch (error) {
    if (!isSecuconnectError(error)) throw error;
    const now = await readAgain(ctx, pciId, options);
    if (now && isShipped(now, attempt, shipping)) return;
    throw error;
  }
}

async function readAgain(ctx: Context, pciId: string, options: CallOptions): Promise<Payment | null> {
  try {
    return await ctx.secuconnect.readPayment(pciId, options);
  } catch (error) {
    if (isSecuconnectError(error)) return null;
    throw error;
  }
}
