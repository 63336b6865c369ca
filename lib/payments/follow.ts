import { and, desc, eq, isNull, lt, or, sql } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { type EventSource, orders, paymentAttempts } from "@/lib/db/schema";
import { openStates } from "@/lib/payments/state";
import { syncPayment } from "@/lib/payments/sync";

/**
 * Looks at secuconnect for each attempt of the order that exists there, newest first: the way in of return routes.
 * Tells whether secuconnect answered for all of them.
 */
export async function syncOrder(
  ctx: Context,
  orderId: string,
  source: EventSource,
): Promise<{ ok: boolean }> {
  const attempts = await ctx.db
    .select({ id: paymentAttempts.id })
    .from(paymentAttempts)
    .where(
      and(
        eq(paymentAttempts.orderId, orderId),
        sql`(${paymentAttempts.stxId} is not null or ${paymentAttempts.createSentAt} is not null)`,
      ),
    )
    .orderBy(desc(paymentAttempts.createdAt));
  let ok = true;
  for (const attempt of attempts) ok = (await syncPayment(ctx, attempt.id, source)).ok && ok;
  return { ok };
}

/**
 * The order page asks every few seconds; secuconnect is asked at most once in `everyMs` for all the page's readers
 * together. Claiming the look and checking its time is one statement, so parallel requests do not both ask.
 */
export async function syncIfDue(ctx: Context, orderId: string, everyMs: number): Promise<void> {
  const now = ctx.now();
  const claimed = await ctx.db
    .update(paymentAttempts)
    .set({ lastCheckedAt: now })
    .where(
      and(
        eq(paymentAttempts.orderId, orderId),
        sql`${paymentAttempts.state} in ${openStates}`,
        or(
          isNull(paymentAttempts.lastCheckedAt),
          lt(paymentAttempts.lastCheckedAt, new Date(now.getTime() - everyMs)),
        ),
      ),
    )
    .returning({ id: paymentAttempts.id });
  for (const { id } of claimed) await syncPayment(ctx, id, "poll");
}

/** The order a push secret belongs to, or null. */
export async function findByPushSecret(ctx: Context, secret: string): Promise<string | null> {
  if (!/^[\w-]{16,64}$/.test(secret)) return null;
  const [order] = await ctx.db.select({ id: orders.id }).from(orders).where(eq(orders.pushSecret, secret));
  return order?.id ?? null;
}
