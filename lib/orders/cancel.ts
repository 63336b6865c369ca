import { and, asc, eq, inArray, isNotNull, lt, sql } from "drizzle-orm";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { type Order, orders, type PaymentAttempt, paymentAttempts } from "@/lib/db/schema";
import { issueCreditNotes } from "@/lib/invoices/credit-note";
import { buyerMayCancel } from "@/lib/orders/cancel-rule";
import { returnCoupon } from "@/lib/orders/coupon-use";
import { owe } from "@/lib/payments/effects";
import { record } from "@/lib/payments/history";
import { closeAttempt } from "@/lib/payments/pay-again";
import { refundPayment } from "@/lib/payments/refund";
import { cancelledBy } from "@/lib/payments/refund-list";
import { isOpen } from "@/lib/payments/state";
import { releaseHolds, restock } from "@/lib/stock/holds";

export type CancelledBy = { kind: "buyer" } | { kind: "merchant"; email: string };

/** not_finished: it is called off and nothing is shipped any more, but secuconnect is asked again later by itself. */
export type CancelRefusal =
  | "not_found"
  | "already_shipped"
  | "order_closed"
  | "being_looked_at"
  | "not_finished"
  | "secuconnect_failed";
export type CancelResult = { ok: true } | { ok: false; reason: CancelRefusal; supportId?: string | null };

const retryMs = 30_000;
const batch = 20;

/**
 * Calls an order off before it is shipped: payments that may still come are closed at secuconnect, accepted ones
 * cancelled or refunded in full (api.md 8.7, 8.8, 13.4), then its pieces go back. The wish is stored first: from then
 * on the order is neither shipped nor paid again, and what is interrupted is carried on by the sweep. Repeatable.
 */
export async function cancelOrder(ctx: Context, orderId: string, by: CancelledBy): Promise<CancelResult> {
  const wanted = await callOff(ctx, orderId, by);
  if (wanted !== "called_off") return wanted;
  return carryOut(ctx, orderId);
}

/** Carries on cancellations that a crash or a silent secuconnect interrupted. Answers how many are done now. */
export async function finishCancellations(ctx: Context, signal?: AbortSignal): Promise<number> {
  const waiting = and(
    isNotNull(orders.cancelRequestedAt),
    inArray(orders.state, ["open", "confirmed"]),
    lt(orders.updatedAt, new Date(ctx.now().getTime() - retryMs)),
  );
  const due = await ctx.db
    .select({ id: orders.id })
    .from(orders)
    .where(waiting)
    .orderBy(asc(orders.updatedAt))
    .limit(batch);
  let done = 0;
  for (const { id } of due) {
    if (signal?.aborted) break;
    const claim = ctx.db.update(orders).set({ updatedAt: ctx.now() });
    const won = await claim.where(and(eq(orders.id, id), waiting)).returning({ id: orders.id });
    if (won.length === 0) continue;
    try {
      if ((await carryOut(ctx, id)).ok) done++;
    } catch (error) {
      ctx.log("error", "a cancellation could not be finished", { orderId: id, error: String(error) });
    }
  }
  return done;
}

function callOff(ctx: Context, orderId: string, by: CancelledBy): Promise<CancelResult | "called_off"> {
  return ctx.db.transaction(async (tx) => {
    const order = await lock(tx, orderId);
    if (!order) return { ok: false, reason: "not_found" };
    if (order.state === "cancelled") return { ok: true };
    if (order.state === "shipped") return { ok: false, reason: "already_shipped" };
    if (order.state === "expired") return { ok: false, reason: "order_closed" };
    if (order.cancelRequestedAt) return "called_off";
    if (by.kind === "buyer" && !buyerMayCancel(order)) return { ok: false, reason: "being_looked_at" };
    await change(ctx, tx, order, { cancelRequestedAt: ctx.now() });
    const who = by.kind === "buyer" ? "the buyer" : by.email;
    await tell(ctx, tx, order, `called off by ${who}`);
    return "called_off";
  });
}

async function carryOut(ctx: Context, orderId: string): Promise<CancelResult> {
  const attempts = await ctx.db
    .select()
    .from(paymentAttempts)
    .where(eq(paymentAttempts.orderId, orderId))
    .orderBy(asc(paymentAttempts.createdAt));
  for (const attempt of attempts) {
    const ended = await endAttempt(ctx, attempt);
    if (ended.ok) continue;
    if (ended.reason === "secuconnect_failed") await takeBack(ctx, orderId);
    return ended;
  }
  return finish(ctx, orderId, new Set(attempts.map(({ id }) => id)));
}

/** Makes sure that no money comes or stays through this attempt. */
async function endAttempt(ctx: Context, attempt: PaymentAttempt): Promise<CancelResult> {
  if (isOpen(attempt.state) && (await closeAttempt(ctx, attempt))) return { ok: true };
  const [now] = await ctx.db.select().from(paymentAttempts).where(eq(paymentAttempts.id, attempt.id));
  if (!now || isOpen(now.state)) return { ok: false, reason: "not_finished" };
  if (now.state !== "accepted") return { ok: true };
  const all = { what: { kind: "all" }, reason: `Storno ${attempt.merchantRef}`, seen: null } as const;
  const refund = await refundPayment(
    ctx,
    attempt.orderId,
    { ...all, attemptId: attempt.id },
    { email: cancelledBy },
  );
  if (refund.ok || refund.reason === "nothing_left" || refund.reason === "not_refundable")
    return { ok: true };
  const failed = refund.reason === "secuconnect_failed";
  return {
    ok: false,
    reason: failed ? "secuconnect_failed" : "not_finished",
    supportId: refund.supportId ?? null,
  };
}

/** Ends the order unless a payment came up meanwhile that nobody has dealt with; then the sweep begins again. */
function finish(ctx: Context, orderId: string, ended: ReadonlySet<string>): Promise<CancelResult> {
  return ctx.db.transaction(async (tx) => {
    const order = await lock(tx, orderId);
    if (order?.state === "cancelled") return { ok: true };
    if (order?.state !== "open" && order?.state !== "confirmed")
      return { ok: false, reason: order?.state === "shipped" ? "already_shipped" : "order_closed" };
    const attempts = await tx.select().from(paymentAttempts).where(eq(paymentAttempts.orderId, orderId));
    if (attempts.some(({ id, state }) => isOpen(state) || !ended.has(id)))
      return { ok: false, reason: "not_finished" };
    await releaseHolds(tx, orderId);
    await restock(tx, orderId);
    await returnCoupon(tx, order);
    await change(ctx, tx, order, { state: "cancelled" });
    await issueCreditNotes(ctx, tx, orderId);
    await tell(ctx, tx, order, "order cancelled");
    await owe(ctx, tx, orderId, "cancelled");
    return { ok: true };
  });
}

/** secuconnect said no: the order goes on as if nobody had asked. */
function takeBack(ctx: Context, orderId: string): Promise<void> {
  return ctx.db.transaction(async (tx) => {
    const order = await lock(tx, orderId);
    if (!order || order.state === "cancelled") return;
    await change(ctx, tx, order, { cancelRequestedAt: null });
    await tell(ctx, tx, order, "not called off: secuconnect refused");
  });
}

async function lock(tx: Tx, orderId: string): Promise<Order | undefined> {
  const [order] = await tx.select().from(orders).where(eq(orders.id, orderId)).for("update");
  return order;
}

async function change(
  ctx: Context,
  tx: Tx,
  order: Order,
  to: Partial<Pick<Order, "state" | "cancelRequestedAt">>,
): Promise<void> {
  await tx
    .update(orders)
    .set({ ...to, version: sql`${orders.version} + 1`, updatedAt: ctx.now() })
    .where(eq(orders.id, order.id));
}

async function tell(ctx: Context, tx: Tx, order: Order, summary: string): Promise<void> {
  await record(ctx, tx, { orderId: order.id, source: "admin", kind: "note", summary });
}
