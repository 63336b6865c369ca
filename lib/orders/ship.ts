import "server-only";
import type { Context } from "@/lib/context";
import type { PaymentAttempt } from "@/lib/db/schema";
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

export type Shipment = { carrier: string; trackingId: string; invoiceNumber: string };

/** Detailed status of an invoice that is shipped and due (api.md 13.3). */
const invoiceOpen = 86;

/**
 * Marks an order as shipped, at secuconnect first: an invoice becomes due (api.md 13.3), other payments get a shipping
 * note (api.md 13.5). May be repeated after a lost answer: the payment is read before anything is sent, and what
 * secuconnect knows already counts as done. Only one of several callers wins; the others hear `already_shipped`.
 */
export async function shipOrder(
  ctx: Context,
  orderId: string,
  shipment: Shipment,
  admin: { email: string },
): Promise<DeliveryResult> {
  const found = await findDeliverable(ctx, orderId, "shipping");
  if (!found.ok) return found;
  const { order, attempt, pciId } = found;
  return reportDelivery(ctx, attempt, async (options) => {
    const payment = await ctx.secuconnect.readPayment(pciId, options);
    if (!allowsDelivery(payment)) return { ok: false, reason: "payment_changed" };
    const shipping = { ...shipment, orderId: order.number, shippedAt: ctx.now() };
    const known = isShipped(payment, attempt, shipment)
      ? payment
      : await tell(ctx, found, payment, shipping, options);
    const sent = { ...shipment, invoiceNumber: known?.invoiceNumber ?? shipment.invoiceNumber };
    const summary = `shipped by ${admin.email}: ${sent.carrier} ${sent.trackingId}, ${sent.invoiceNumber}`;
    return markDelivered(ctx, found, { kind: "shipped", shipment: sent, summary });
  });
}

/** Whether secuconnect knows of this shipment already. */
function isShipped(payment: Payment, attempt: PaymentAttempt, shipment: Shipment): boolean {
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
): Promise<Payment | null> {
  if (!needsCapture(payment, attempt)) {
    await ctx.secuconnect.addShippingInformation(pciId, shipping, options);
    return null;
  }
  try {
    return await ctx.secuconnect.capture(pciId, shipping, options);
  } catch (error) {
    if (!isSecuconnectError(error)) throw error;
    const now = await readAgain(ctx, pciId, options);
    if (now && isShipped(now, attempt, shipping)) return now;
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
