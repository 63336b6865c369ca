import { and, eq, inArray, isNull, lt, or, sql } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { orders, type PaymentAttempt, paymentAttempts, refunds } from "@/lib/db/schema";
import { beginPayment } from "@/lib/payments/begin";
import { checkAgainAfterMs } from "@/lib/payments/policy";
import { isOpen, openStates } from "@/lib/payments/state";
import { syncPayment } from "@/lib/payments/sync";

const atOnce = 5;
const candidateLimit = 500;
/** A round ends by then, so that the next instance may begin one; what is left is still due. */
const roundMs = 45_000;

/**
 * The safety net under pushes and returns: looks again at every open payment, soon while it is young and rarely later,
 * and carries on what a crash interrupted on the shop's own pages. Answers how many were looked at. One that cannot be
 * looked at does not keep the others; the signal ends the round early.
 */
export async function lookAtOpenPayments(ctx: Context, signal?: AbortSignal): Promise<number> {
  const end = ctx.now().getTime() + roundMs;
  let looked = 0;
  while (!signal?.aborted && ctx.now().getTime() < end) {
    const due = await claimDue(ctx);
    if (due.length === 0) break;
    await Promise.all(due.map((attempt) => lookAt(ctx, attempt)));
    looked += due.length;
  }
  return looked;
}

async function lookAt(ctx: Context, attempt: PaymentAttempt): Promise<void> {
  const interrupted =
    attempt.flow === "own" &&
    isOpen(attempt.state) &&
    attempt.state !== "pending" &&
    attempt.createSentAt !== null;
  try {
    if (interrupted) await beginPayment(ctx, attempt.id, "sweep");
    else await syncPayment(ctx, attempt.id, "sweep");
  } catch (error) {
    ctx.log("error", "a payment could not be looked at", { attemptId: attempt.id, error: String(error) });
  }
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
      refundOpen: sql<boolean>`${refundOpen}`,
    })
    .from(paymentAttempts)
    .innerJoin(orders, eq(orders.id, paymentAttempts.orderId))
    .where(or(inArray(paymentAttempts.state, [...openStates]), moneyOutstanding, refundOpen))
    .orderBy(sql`${paymentAttempts.lastCheckedAt} asc nulls first`)
    .limit(candidateLimit);
  const ids = candidates.filter((row) => isDue(row, now)).map(({ id }) => id);
  if (ids.length === 0) return [];
  return ctx.db
    .update(paymentAttempts)
    .set({ lastCheckedAt: now })
    .where(
      and(
        inArray(paymentAttempts.id, ids.slice(0, atOnce)),
        or(isNull(paymentAttempts.lastCheckedAt), lt(paymentAttempts.lastCheckedAt, now)),
      ),
    )
    .returning();
}

const moneyOutstanding = and(
  eq(paymentAttempts.state, "accepted"),
  sql`${orders.received} < ${orders.total} - ${orders.reduced}`,
);
/** A refund whose call got no answer holds up all others of its order until it is found or given up. */
const refundOpen = sql`exists (select 1 from ${refunds} where ${refunds.attemptId} = ${paymentAttempts.id} and ${refunds.state} in ('requested', 'unclear'))`;
const refundWaitMs = 30_000;

type Due = Pick<PaymentAttempt, "state" | "createdAt" | "lastCheckedAt"> & { refundOpen: boolean };

function isDue(row: Due, now: Date): boolean {
  const byAge = checkAgainAfterMs(now.getTime() - row.createdAt.getTime(), isOpen(row.state));
  const wait = row.refundOpen ? Math.min(byAge, refundWaitMs) : byAge;
  return now.getTime() - (row.lastCheckedAt ?? row.createdAt).getTime() >= wait;
}
