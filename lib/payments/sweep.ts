import { and, asc, eq, inArray, isNull, lt, or, sql } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { orders, type PaymentAttempt, paymentAttempts, stockHolds } from "@/lib/db/schema";
import { beginPayment } from "@/lib/payments/begin";
import { record } from "@/lib/payments/history";
import { closeAttempt } from "@/lib/payments/pay-again";
import { checkAgainAfterMs } from "@/lib/payments/policy";
import { isOpen, openStates } from "@/lib/payments/state";
import { syncPayment } from "@/lib/payments/sync";
import { releaseHolds } from "@/lib/stock/holds";

const batch = 50;
const candidateLimit = 500;

/**
 * The safety net under pushes and returns: looks again at every open payment, soon while it is young and rarely later,
 * carries on what a crash interrupted on the shop's own pages, and lets unpaid orders go when their time is up.
 */
export async function sweep(ctx: Context): Promise<{ looked: number; expired: number }> {
  const due = await claimDue(ctx);
  for (const attempt of due) {
    const interrupted =
      attempt.flow === "own" &&
      isOpen(attempt.state) &&
      attempt.state !== "pending" &&
      attempt.createSentAt !== null;
    if (interrupted) await beginPayment(ctx, attempt.id, "sweep");
    else await syncPayment(ctx, attempt.id, "sweep");
  }
  return { looked: due.length, expired: await expireOrders(ctx) };
}

/** Takes the attempts whose next look is due; taking and marking is one statement, so two sweeps never share one. */
async function claimDue(ctx: Context): Promise<PaymentAttempt[]> {
  const now = ctx.now();
  const candidates = await ctx.db
    .select({
      id: paymentAttempts.id,
      state: paymentAttempts.state,
      createdAt: paymentAttempts.createdAt,
      lastCheckedAt: paymentAttempts.lastCheckedAt,
    })
    .from(paymentAttempts)
    .innerJoin(orders, eq(orders.id, paymentAttempts.orderId))
    .where(or(inArray(paymentAttempts.state, [...openStates]), moneyOutstanding))
    .orderBy(sql`${paymentAttempts.lastCheckedAt} asc nulls first`)
    .limit(candidateLimit);
  const ids = candidates.filter((row) => isDue(row, now)).map(({ id }) => id);
  if (ids.length === 0) return [];
  return ctx.db
    .update(paymentAttempts)
    .set({ lastCheckedAt: now })
    .where(
      and(
        inArray(paymentAttempts.id, ids.slice(0, batch)),
        or(isNull(paymentAttempts.lastCheckedAt), lt(paymentAttempts.lastCheckedAt, now)),
      ),
    )
    .returning();
}

const moneyOutstanding = and(eq(paymentAttempts.state, "accepted"), lt(orders.received, orders.total));

function isDue(row: Pick<PaymentAttempt, "state" | "createdAt" | "lastCheckedAt">, now: Date): boolean {
  const wait = checkAgainAfterMs(now.getTime() - row.createdAt.getTime(), isOpen(row.state));
  return now.getTime() - (row.lastCheckedAt ?? row.createdAt).getTime() >= wait;
}

/** Orders whose pieces were kept long enough. A last look comes first: money on its way is never thrown back. */
async function expireOrders(ctx: Context): Promise<number> {
  const due = await ctx.db
    .selectDistinct({ orderId: stockHolds.orderId })
    .from(stockHolds)
    .innerJoin(orders, eq(orders.id, stockHolds.orderId))
    .where(and(eq(stockHolds.state, "held"), lt(stockHolds.until, ctx.now()), eq(orders.state, "open")))
    .orderBy(asc(stockHolds.orderId))
    .limit(batch);
  let expired = 0;
  for (const { orderId } of due) if (await expireOrder(ctx, orderId)) expired++;
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
