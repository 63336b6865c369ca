import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { orders, type PaymentAttempt, paymentAttempts } from "@/lib/db/schema";

/** Longer than all calls of one attempt can take together, so that a crashed holder does not block for long. */
const leaseMs = 60_000;

/**
 * Lets one caller at a time carry out the calls of an attempt that may still become a payment. Undefined while another
 * one does, when there is nothing left to carry out, or when the order was called off.
 */
export async function takeLease(ctx: Context, attemptId: string): Promise<PaymentAttempt | undefined> {
  const now = ctx.now();
  const [attempt] = await ctx.db
    .update(paymentAttempts)
    .set({ leaseUntil: new Date(now.getTime() + leaseMs) })
    .where(
      and(
        eq(paymentAttempts.id, attemptId),
        or(
          eq(paymentAttempts.state, "new"),
          eq(paymentAttempts.state, "created"),
          eq(paymentAttempts.state, "approved"),
        ),
        or(isNull(paymentAttempts.leaseUntil), lt(paymentAttempts.leaseUntil, now)),
        sql`not exists (select 1 from ${orders} where ${orders.id} = ${paymentAttempts.orderId} and ${orders.cancelRequestedAt} is not null)`,
      ),
    )
    .returning();
  return attempt;
}

/**
 * After an unknown outcome the lease runs out by itself: the call may still be at work over there, and a search index
 * may show a fresh transaction late (api.md 5).
 */
export async function releaseLease(ctx: Context, attemptId: string, outcomeUnknown: boolean): Promise<void> {
  if (outcomeUnknown) return;
  await ctx.db.update(paymentAttempts).set({ leaseUntil: null }).where(eq(paymentAttempts.id, attemptId));
}
