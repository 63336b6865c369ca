import { and, eq, sql } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { orders, paymentAttempts } from "@/lib/db/schema";
import { returnCoupon } from "@/lib/orders/coupon-use";
import { dueOrders, isStillDue } from "@/lib/payments/due";
import { owe } from "@/lib/payments/effects";
import { syncOrder } from "@/lib/payments/follow";
import { record } from "@/lib/payments/history";
import { closeAttempt } from "@/lib/payments/pay-again";
import { isOpen } from "@/lib/payments/state";
import { releaseHolds } from "@/lib/stock/holds";

/**
 * Lets orders go that waited long enough for their payment; answers how many. A last look comes first: money on its way is
 * never thrown back. One order that cannot be closed does not keep the others; the signal ends the round early.
 */
export async function expireOrders(ctx: Context, signal?: AbortSignal): Promise<number> {
  let expired = 0;
  for (const orderId of await dueOrders(ctx)) {
    if (signal?.aborted) break;
    try {
      if (await expireOrder(ctx, orderId)) expired++;
    } catch (error) {
      ctx.log("error", "an order could not be let go", { orderId, error: String(error) });
    }
  }
  return expired;
}

async function expireOrder(ctx: Context, orderId: string): Promise<boolean> {
  await syncOrder(ctx, orderId, "sweep");
  if (!(await isStillDue(ctx, orderId))) return false;
  const attempts = await ctx.db.select().from(paymentAttempts).where(eq(paymentAttempts.orderId, orderId));
  for (const attempt of attempts) {
    if (isOpen(attempt.state) && !(await closeAttempt(ctx, attempt))) return false;
  }
  const authorised = attempts.some(({ state }) => state === "approved");
  const wasTransfer = attempts.some(({ method, transfer }) => method === "prepaid" && transfer !== null);
  return ctx.db.transaction(async (tx) => {
    const [gone] = await tx
      .update(orders)
      .set({ state: "expired", version: sql`${orders.version} + 1`, updatedAt: ctx.now() })
      .where(and(eq(orders.id, orderId), eq(orders.state, "open")))
      .returning({ id: orders.id, couponCode: orders.couponCode });
    if (!gone) return false;
    await releaseHolds(tx, orderId);
    await returnCoupon(tx, gone);
    await record(ctx, tx, {
      orderId,
      source: "sweep",
      kind: "note",
      summary: authorised
        ? "order expired: the authorised payment was not captured in time"
        : "order expired: not paid in time",
    });
    if (authorised) await owe(ctx, tx, orderId, "authorisation_lapsed");
    else if (wasTransfer) await owe(ctx, tx, orderId, "expired");
    return true;
  });
}
