import { desc, eq, sql } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { type Order, orders, type PaymentAttempt, paymentAttempts, stockHolds } from "@/lib/db/schema";
import { beginPayment, type NextStep } from "@/lib/payments/begin";
import type { DebitAccount } from "@/lib/payments/carry-out";
import { listenToCalls, record } from "@/lib/payments/history";
import { flowOf, type PaymentMethod } from "@/lib/payments/methods";
import { holdUntil } from "@/lib/payments/policy";
import { isOpen, openStates } from "@/lib/payments/state";
import { syncPayment } from "@/lib/payments/sync";
import { isSecuconnectError } from "@/lib/secuconnect/errors";

export type PayAgainResult =
  | { ok: true; next: NextStep }
  | { ok: false; reason: "already_paid" | "order_closed" | "unreachable" };

/**
 * Pays an open order again or another way. The open attempt is continued when the method is the same; otherwise it is
 * first closed at secuconnect, so that an order never has two ways to be paid at once.
 */
export async function payAgain(
  ctx: Context,
  orderId: string,
  method: PaymentMethod,
  bankAccount: DebitAccount | null = null,
): Promise<PayAgainResult> {
  const current = await latestAttempt(ctx, orderId);
  if (current && isOpen(current.state)) {
    if (current.method === method && current.state !== "pending") {
      return { ok: true, next: await beginPayment(ctx, current.id, "place", bankAccount) };
    }
    if (current.method === method) return { ok: true, next: { kind: "order" } };
    if (!(await closeAttempt(ctx, current))) return refuse(ctx, orderId, "unreachable");
  }
  const attemptId = await openAttempt(ctx, orderId, method);
  if (!attemptId) return refuse(ctx, orderId, "order_closed");
  return { ok: true, next: await beginPayment(ctx, attemptId, "place", bankAccount) };
}

async function refuse(
  ctx: Context,
  orderId: string,
  reason: "order_closed" | "unreachable",
): Promise<PayAgainResult> {
  const [order] = await ctx.db.select({ state: orders.state }).from(orders).where(eq(orders.id, orderId));
  const paid = order?.state === "confirmed" || order?.state === "shipped";
  return { ok: false, reason: paid ? "already_paid" : reason };
}

async function latestAttempt(ctx: Context, orderId: string): Promise<PaymentAttempt | undefined> {
  const [attempt] = await ctx.db
    .select()
    .from(paymentAttempts)
    .where(eq(paymentAttempts.orderId, orderId))
    .orderBy(desc(paymentAttempts.createdAt))
    .limit(1);
  return attempt;
}

/** Cancels an open attempt at secuconnect and reads back that it is closed. False while it may still be paid. */
export async function closeAttempt(ctx: Context, attempt: PaymentAttempt): Promise<boolean> {
  const seen = await syncPayment(ctx, attempt.id, "place");
  if (!seen.ok) return false;
  if (!isOpen(seen.state)) return seen.state === "failed" || seen.state === "cancelled";
  const [fresh] = await ctx.db.select().from(paymentAttempts).where(eq(paymentAttempts.id, attempt.id));
  if (!fresh?.stxId) return fresh ? closeUnsent(ctx, fresh) : false;
  const calls = listenToCalls(ctx, attempt, "place");
  try {
    if (fresh.state === "created") await ctx.secuconnect.abortTransaction(fresh.stxId, calls);
    else await ctx.secuconnect.cancelTransaction(fresh.stxId, calls);
  } catch (error) {
    if (!isSecuconnectError(error)) throw error;
  } finally {
    await calls.keep();
  }
  const after = await syncPayment(ctx, attempt.id, "place");
  return after.ok && (after.state === "failed" || after.state === "cancelled");
}

/** Nothing was ever created for this attempt; it may be closed at once unless a create may still be on its way. */
async function closeUnsent(ctx: Context, attempt: PaymentAttempt): Promise<boolean> {
  if (attempt.leaseUntil && attempt.leaseUntil > ctx.now()) return false;
  return ctx.db.transaction(async (tx) => {
    const closed = await tx
      .update(paymentAttempts)
      .set({ state: "cancelled", updatedAt: ctx.now() })
      .where(
        sql`${paymentAttempts.id} = ${attempt.id} and ${paymentAttempts.state} = 'new' and ${paymentAttempts.stxId} is null`,
      )
      .returning({ id: paymentAttempts.id });
    if (closed.length === 0) return false;
    await record(ctx, tx, {
      orderId: attempt.orderId,
      attemptId: attempt.id,
      source: "place",
      kind: "state",
      summary: "new → cancelled: nothing had been created",
    });
    return true;
  });
}

/** One new attempt for an open order, or null when the order is not open or another attempt is. */
function openAttempt(ctx: Context, orderId: string, method: PaymentMethod): Promise<string | null> {
  return ctx.db.transaction(async (tx) => {
    const [order] = await tx.select().from(orders).where(eq(orders.id, orderId)).for("update");
    if (order?.state !== "open" || order.cancelRequestedAt) return null;
    const previous = await tx
      .select({ state: paymentAttempts.state })
      .from(paymentAttempts)
      .where(eq(paymentAttempts.orderId, orderId));
    if (previous.some(({ state }) => (openStates as readonly string[]).includes(state))) return null;
    const attempt = newAttempt(ctx, order, method, previous.length + 1);
    await tx.insert(paymentAttempts).values(attempt);
    await tx
      .update(stockHolds)
      .set({ until: holdUntil(method, ctx.now()) })
      .where(sql`${stockHolds.orderId} = ${orderId} and ${stockHolds.state} = 'held'`);
    await tx
      .update(orders)
      .set({ version: sql`${orders.version} + 1`, updatedAt: ctx.now() })
      .where(eq(orders.id, orderId));
    return attempt.id;
  });
}

/** The row of an order's nth attempt; its reference is what secuconnect knows it by. */
export function newAttempt(
  ctx: Context,
  order: Pick<Order, "id" | "number" | "total">,
  method: PaymentMethod,
  nth: number,
) {
  return {
    id: ctx.newId(),
    orderId: order.id,
    merchantRef: nth === 1 ? order.number : `${order.number}-${nth}`,
    method,
    flow: flowOf(ctx.settings, method),
    state: "new" as const,
    amount: order.total,
    createdAt: ctx.now(),
    updatedAt: ctx.now(),
  };
}
