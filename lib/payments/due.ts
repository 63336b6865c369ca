import { and, asc, eq, lt, type SQL, sql } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { orders, paymentAttempts, stockHolds } from "@/lib/db/schema";
import { captureDays, holdUntil } from "@/lib/payments/policy";

const batch = 50;
const dayMs = 24 * 60 * 60_000;

/**
 * Open orders that waited long enough for their payment: those whose pieces were kept that long, and those that keep no
 * pieces since they are about an amount alone.
 */
export async function dueOrders(ctx: Context): Promise<string[]> {
  const held = await ctx.db
    .selectDistinct({ orderId: stockHolds.orderId })
    .from(stockHolds)
    .innerJoin(orders, eq(orders.id, stockHolds.orderId))
    .where(heldTooLong(ctx.now()))
    .orderBy(asc(stockHolds.orderId))
    .limit(batch);
  const bare = await ctx.db
    .select({ orderId: orders.id })
    .from(orders)
    .where(bareTooLong(ctx.now()))
    .orderBy(asc(orders.placedAt))
    .limit(batch);
  return [...held, ...bare].map(({ orderId }) => orderId);
}

/** Whether that still holds: a look at the payment may have given the order more time or ended the wait. */
export async function isStillDue(ctx: Context, orderId: string): Promise<boolean> {
  const held = await ctx.db
    .select({ orderId: stockHolds.orderId })
    .from(stockHolds)
    .innerJoin(orders, eq(orders.id, stockHolds.orderId))
    .where(and(heldTooLong(ctx.now()), eq(stockHolds.orderId, orderId)))
    .limit(1);
  if (held.length > 0) return true;
  const bare = await ctx.db
    .select({ id: orders.id })
    .from(orders)
    .where(and(bareTooLong(ctx.now()), eq(orders.id, orderId)));
  return bare.length > 0;
}

const heldTooLong = (now: Date) =>
  and(eq(stockHolds.state, "held"), lt(stockHolds.until, now), eq(orders.state, "open"));

/** Of a payment link for an amount, and no attempt to pay it is younger than such an attempt may become. */
function bareTooLong(now: Date): SQL {
  const since = (method: string) => {
    const kept = holdUntil(method, now).getTime() - now.getTime();
    return sql`${new Date(now.getTime() - kept).toISOString()}::timestamptz`;
  };
  const authorised = sql`${new Date(now.getTime() - captureDays * dayMs).toISOString()}::timestamptz`;
  const young = sql`case ${paymentAttempts.method} when 'prepaid' then ${since("prepaid")} when 'invoice' then ${since("invoice")} else ${since("creditcard")} end`;
  return sql`${orders.state} = 'open' and ${orders.paymentLinkId} is not null
    and not exists (select 1 from ${stockHolds} where ${stockHolds.orderId} = ${orders.id})
    and not exists (
      select 1 from ${paymentAttempts} where ${paymentAttempts.orderId} = ${orders.id}
      and (${paymentAttempts.createdAt} >= ${young}
        or (${paymentAttempts.state} = 'approved' and ${paymentAttempts.updatedAt} >= ${authorised})))`;
}
