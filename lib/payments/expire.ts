import { and, asc, eq, lt, sql } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { orders, paymentAttempts, stockHolds } from "@/lib/db/schema";
import { record } from "@/lib/payments/history";
import { closeAttempt } from "@/lib/payments/pay-again";
import { isOpen } from "@/lib/payments/state";
import { releaseHolds } from "@/lib/stock/holds";

const batch = 50;

/**
 * Lets orders go whose pieces were kept long enough; answers how many. A last look comes first: money on its way is
 * never thrown back. One order that cannot be closed does not keep the others; the signal ends the round early.
 */
export async function expireOrders(ctx: Context, signal?: AbortSignal): Promise<number> {
  const due = await ctx.db
    .selectDistinct({ orderId: stockHolds.orderId })
    .from(stockHolds)
    .innerJoin(orders, eq(orders.id, stockHolds.orderId))
    .where(and(eq(stockHolds.state, "held"), lt(stockHolds.until, ctx.now()), eq(orders.state, "open")))
    .orderBy(asc(stockHolds.orderId))
    .limit(batch);
  let expired = 0;
  for (const { orderId } of due) {
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
  const attempts = await ctx.db.select().from(paymentAttempts).where(eq(paymentAttempts.orderId, orderId));
  for (const attempt of attempts) {
    if (isOpen(attempt.state) && !(await closeAttempt(ctx, attempt))) return false;
  }
  return ctx.db.transaction(async (tx) => {
    const gone = await tx
      .update(orders)
      .set({ state: "expired", version: sql`${orders.version} + 1`, updatedAt: ctx.now() })
      .where(and(eq(orders.id, orderId), eq(orders.state, "open")))
      .returning({ id: orders.id });
    if (gone.length === 0) return false;
    await releaseHolds(tx, orderId);
    await record(ctx, tx, {
      orderId,
      source: "sweep",
      kind: "note",
      summary: "order expired: not paid in time",
    });
    return true;
  });
}
