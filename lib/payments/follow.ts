import { and, desc, eq, isNull, lt, or, sql } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { type EventSource, orders, type PaymentAttempt, paymentAttempts } from "@/lib/db/schema";
import { beginPayment } from "@/lib/payments/begin";
import { capturesLater } from "@/lib/payments/methods";
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
    .select(looked)
    .from(paymentAttempts)
    .where(
      and(
        eq(paymentAttempts.orderId, orderId),
        sql`(${paymentAttempts.stxId} is not null or ${paymentAttempts.createSentAt} is not null)`,
      ),
    )
    .orderBy(desc(paymentAttempts.createdAt));
  let ok = true;
  for (const attempt of attempts) ok = (await look(ctx, attempt, source)).ok && ok;
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
    .returning(looked);
  for (const attempt of claimed) await look(ctx, attempt, "poll");
}

const looked = { id: paymentAttempts.id, flow: paymentAttempts.flow, method: paymentAttempts.method };

/** What the buyer has authorised on a provider's page in the meantime is started at once (api.md 8.5). */
async function look(
  ctx: Context,
  { id, flow, method }: Pick<PaymentAttempt, "id" | "flow" | "method">,
  source: EventSource,
): Promise<{ ok: boolean }> {
  const seen = await syncPayment(ctx, id, source);
  const goesOn = seen.ok && seen.state === "approved" && flow === "own";
  if (goesOn && !capturesLater(ctx.settings, method)) await beginPayment(ctx, id, source);
  return seen;
}

/** The order a push secret belongs to, or null. */
export async function findByPushSecret(ctx: Context, secret: string): Promise<string | null> {
  if (!/^[\w-]{16,64}$/.test(secret)) return null;
  const [order] = await ctx.db.select({ id: orders.id }).from(orders).where(eq(orders.pushSecret, secret));
  return order?.id ?? null;
}
