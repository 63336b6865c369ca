import { and, asc, eq, gt, isNull, lte, notExists, sql } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { orders, outbox, paymentAttempts, stockHolds } from "@/lib/db/schema";
import { oweMail } from "@/lib/mail/owe";
import { syncOrder } from "@/lib/payments/follow";
import { reminderLeadMs } from "@/lib/payments/policy";

const kind = "payment_reminder";
const batch = 50;

/**
 * Owes a reminder to buyers whose advance payment lapses soon; answers how many. A last look comes first, so that
 * nobody is reminded of money that is here. Once per order.
 */
export async function owePaymentReminders(ctx: Context, signal?: AbortSignal): Promise<number> {
  const now = ctx.now();
  const soon = new Date(now.getTime() + reminderLeadMs);
  const due = await ctx.db
    .selectDistinct({ orderId: orders.id })
    .from(stockHolds)
    .innerJoin(orders, eq(orders.id, stockHolds.orderId))
    .innerJoin(paymentAttempts, eq(paymentAttempts.orderId, orders.id))
    .where(
      and(
        eq(stockHolds.state, "held"),
        gt(stockHolds.until, now),
        lte(stockHolds.until, soon),
        isAwaited,
        notExists(
          ctx.db
            .select({ one: sql`1` })
            .from(outbox)
            .where(and(eq(outbox.orderId, orders.id), eq(outbox.kind, kind))),
        ),
      ),
    )
    .orderBy(asc(orders.id))
    .limit(batch);
  let owed = 0;
  for (const { orderId } of due) {
    if (signal?.aborted) break;
    try {
      await syncOrder(ctx, orderId, "sweep");
      if (await remind(ctx, orderId)) owed++;
    } catch (error) {
      ctx.log("error", "a buyer could not be reminded", { orderId, error: String(error) });
    }
  }
  return owed;
}

const isAwaited = and(
  eq(orders.state, "open"),
  isNull(orders.cancelRequestedAt),
  isNull(orders.flag),
  eq(paymentAttempts.method, "prepaid"),
  eq(paymentAttempts.state, "pending"),
);

function remind(ctx: Context, orderId: string): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    const [still] = await tx
      .select({ id: orders.id })
      .from(orders)
      .innerJoin(paymentAttempts, eq(paymentAttempts.orderId, orders.id))
      .where(and(eq(orders.id, orderId), isAwaited))
      .for("update", { of: orders });
    if (!still) return false;
    await oweMail(ctx, tx, { orderId, kind });
    return true;
  });
}
