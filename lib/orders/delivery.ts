import "server-only";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { type Delivery, type Order, orders, type PaymentAttempt, paymentAttempts } from "@/lib/db/schema";
import { issueDeliveryNote } from "@/lib/invoices/delivery-note";
import { ensureInvoice } from "@/lib/invoices/invoice";
import { enqueue } from "@/lib/jobs/queues";
import { wakeWorker } from "@/lib/jobs/wake";
import { isBlocked } from "@/lib/orders/ship-rule";
import { owe } from "@/lib/payments/effects";
import { listenToCalls, record } from "@/lib/payments/history";
import { isSecuconnectError } from "@/lib/secuconnect/errors";
import type { CallOptions, Payment } from "@/lib/secuconnect/types";

export type DeliveryRefusal =
  | "not_found"
  | "already_shipped"
  | "already_collected"
  | "to_be_shipped"
  | "to_be_collected"
  | "not_ready"
  | "flagged"
  | "payment_changed"
  | "secuconnect_failed"
  | "secuconnect_unclear";

export type DeliveryResult = { ok: true } | { ok: false; reason: DeliveryRefusal; supportId?: string | null };

/** An order whose goods may leave the house, with the payment that allows it. */
export type Deliverable = { order: Order; attempt: PaymentAttempt; pciId: string };

/** Simple statuses with which goods may leave: accepted, problem solved, paid, waiting for shipment (api.md 14.1). */
const deliverable: ReadonlySet<number> = new Set([1, 6, 9, 14]);

/** Whether the payment, as secuconnect says it now, still lets goods leave. */
export function allowsDelivery(payment: Payment): boolean {
  return deliverable.has(payment.simple);
}

/** The order, if its goods may leave in this way and have not left yet. */
export async function findDeliverable(
  ctx: Context,
  orderId: string,
  delivery: Delivery,
): Promise<({ ok: true } & Deliverable) | { ok: false; reason: DeliveryRefusal }> {
  const [order] = await ctx.db.select().from(orders).where(eq(orders.id, orderId));
  if (!order) return { ok: false, reason: "not_found" };
  if (order.delivery !== delivery) return { ok: false, reason: otherWay[order.delivery] };
  if (order.state === "shipped") return { ok: false, reason: alreadyGone[delivery] };
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

const otherWay = { shipping: "to_be_shipped", collection: "to_be_collected" } as const;
const alreadyGone = { shipping: "already_shipped", collection: "already_collected" } as const;

/** Runs the calls that report a delivery and keeps them in the order's history; a failed one is a refusal. */
export async function reportDelivery(
  ctx: Context,
  attempt: PaymentAttempt,
  run: (options: CallOptions) => Promise<DeliveryResult>,
): Promise<DeliveryResult> {
  const calls = listenToCalls(ctx, attempt, "admin");
  try {
    return await run({ onCall: calls.onCall });
  } catch (error) {
    if (!isSecuconnectError(error)) throw error;
    const reason = error.mayHaveHappened ? "secuconnect_unclear" : "secuconnect_failed";
    return { ok: false, reason, supportId: error.supportId };
  } finally {
    await calls.keep();
  }
}

/**
 * The goods have left: only one of several callers wins. Invoice and delivery note are there from then on, the invoice
 * on its way to secuconnect. `kind` is the mail that is owed for it.
 */
export async function markDelivered(
  ctx: Context,
  found: Deliverable,
  how: { kind: string; shipment: Order["shipment"]; summary: string },
): Promise<DeliveryResult> {
  const result = await store(ctx, found, how);
  if (result.ok) wakeWorker("upload-document");
  return result;
}

function store(
  ctx: Context,
  { order, attempt }: Deliverable,
  { kind, shipment, summary }: { kind: string; shipment: Order["shipment"]; summary: string },
): Promise<DeliveryResult> {
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
      return { ok: false, reason: current?.state === "shipped" ? alreadyGone[order.delivery] : "not_ready" };
    }
    await record(ctx, tx, {
      orderId: order.id,
      attemptId: attempt.id,
      source: "admin",
      kind: "note",
      summary,
    });
    const invoice = await ensureInvoice(ctx, tx, order.id);
    await enqueue(tx, "upload-document", { documentId: invoice.id });
    if (shipment) await issueDeliveryNote(ctx, tx, order.id, shipment);
    await owe(ctx, tx, order.id, kind);
    return { ok: true };
  });
}
