import "server-only";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { type Order, orders, type PaymentAttempt, paymentAttempts } from "@/lib/db/schema";
import { isBlocked } from "@/lib/orders/ship-rule";
import { owe } from "@/lib/payments/effects";
import { listenToCalls, record } from "@/lib/payments/history";
import { paysLater } from "@/lib/payments/methods";
import { isSecuconnectError } from "@/lib/secuconnect/errors";
import type { CallOptions, Payment, ShippingInformation } from "@/lib/secuconnect/types";

export type Shipment = { carrier: string; trackingId: string; invoiceNumber: string };

export type ShipRefusal =
  | "not_found"
  | "already_shipped"
  | "not_ready"
  | "flagged"
  | "payment_changed"
  | "secuconnect_failed"
  | "secuconnect_unclear";

export type ShipResult = { ok: true } | { ok: false; reason: ShipRefusal; supportId?: string | null };

type Shippable = { order: Order; attempt: PaymentAttempt; pciId: string };

/** Detailed status of an invoice that is shipped and due (api.md 13.3). */
const invoiceOpen = 86;
/** Simple statuses with which goods may leave: accepted, problem solved, paid, waiting for shipment (api.md 14.1). */
const deliverable: ReadonlySet<number> = new Set([1, 6, 9, 14]);

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
): Promise<ShipResult> {
  const found = await findShippable(ctx, orderId);
  if (!found.ok) return found;
  const { order, attempt, pciId } = found;
  const calls = listenToCalls(ctx, attempt, "admin");
  const options = { onCall: calls.onCall };
  try {
    const payment = await ctx.secuconnect.readPayment(pciId, options);
    if (!deliverable.has(payment.simple)) return { ok: false, reason: "payment_changed" };
    const shipping = { ...shipment, orderId: order.number, shippedAt: ctx.now() };
    const known = isShipped(payment, attempt, shipment)
      ? payment
      : await tell(ctx, found, payment, shipping, options);
    const invoiceNumber = known?.invoiceNumber ?? shipment.invoiceNumber;
    return await markShipped(ctx, found, { ...shipment, invoiceNumber }, admin);
  } catch (error) {
    if (!isSecuconnectError(error)) throw error;
    const reason = error.mayHaveHappened ? "secuconnect_unclear" : "secuconnect_failed";
    return { ok: false, reason, supportId: error.supportId };
  } finally {
    await calls.keep();
  }
}

async function findShippable(
  ctx: Context,
  orderId: string,
): Promise<({ ok: true } & Shippable) | { ok: false; reason: ShipRefusal }> {
  const [order] = await ctx.db.select().from(orders).where(eq(orders.id, orderId));
  if (!order) return { ok: false, reason: "not_found" };
  if (order.state === "shipped") return { ok: false, reason: "already_shipped" };
  if (order.state !== "confirmed" || order.cancelRequestedAt) return { ok: false, reason: "not_ready" };
  if (isBlocked(order)) return { ok: false, reason: "flagged" };
  const [attempt] = await ctx.db
    .select()
    .from(paymentAttempts)
    .where(and(eq(paymentAttempts.orderId, orderId), eq(paymentAttempts.state, "accepted")))
    .orderBy(desc(paymentAttempts.createdAt))
    .limit(1);
  if (!attempt?.pciId) return { ok: false, reason: "not_ready" };
  return { ok: true, order, attempt, pciId: attempt.pciId };
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
  { attempt, pciId }: Shippable,
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

function markShipped(
  ctx: Context,
  { order, attempt }: Shippable,
  shipment: Shipment,
  admin: { email: string },
): Promise<ShipResult> {
  return ctx.db.transaction(async (tx) => {
    const now = ctx.now();
    const won = await tx
      .update(orders)
      .set({
        state: "shipped",
        shipment,
        shippedAt: now,
        updatedAt: now,
        version: sql`${orders.version} + 1`,
      })
      .where(and(eq(orders.id, order.id), eq(orders.state, "confirmed"), isNull(orders.cancelRequestedAt)))
      .returning({ id: orders.id });
    if (won.length === 0) {
      const [current] = await tx.select({ state: orders.state }).from(orders).where(eq(orders.id, order.id));
      return { ok: false, reason: current?.state === "shipped" ? "already_shipped" : "not_ready" };
    }
    await record(ctx, tx, {
      orderId: order.id,
      attemptId: attempt.id,
      source: "admin",
      kind: "note",
      summary: `shipped by ${admin.email}: ${shipment.carrier} ${shipment.trackingId}, ${shipment.invoiceNumber}`,
    });
    await owe(ctx, tx, order.id, "shipped");
    return { ok: true };
  });
}
