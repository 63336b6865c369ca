import { and, eq, gt, inArray, isNull, lt, or, sql } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { orders, type PaymentAttempt, paymentAttempts, type RefundState, refunds } from "@/lib/db/schema";
import { beginPayment } from "@/lib/payments/begin";
import { type Looks, openLooks, outstandingLooks, refundLooks, settledLooks } from "@/lib/payments/policy";
import { isOpen, openStates } from "@/lib/payments/state";
import { syncPayment } from "@/lib/payments/sync";

const atOnce = 5;
/** A round ends by then, so that the next instance may begin one; what is left is still due. */
const roundMs = 45_000;

/**
 * The safety net under pushes and returns: looks again at every open payment, soon while it is young and rarely later,
 * at settled ones once a day, since a refund or charge-back may have been announced in vain, and carries on what a crash interrupted on the shop's own pages. Answers how many were looked at. One that cannot be
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

/**
 * Takes the attempts whose next look is due, those first that waited longest; taking and marking is one statement, so
 * two sweeps never share one. The database picks what is due, so that many that are not never hide one that is.
 */
async function claimDue(ctx: Context): Promise<PaymentAttempt[]> {
  const now = ctx.now();
  const due = await ctx.db
    .select({ id: paymentAttempts.id })
    .from(paymentAttempts)
    .innerJoin(orders, eq(orders.id, paymentAttempts.orderId))
    .where(
      or(
        and(inArray(paymentAttempts.state, [...openStates]), isDue(openLooks, now)),
        and(moneyOutstanding, isDue(outstandingLooks, now)),
        and(inArray(paymentAttempts.state, ["accepted", "issue"]), isDue(settledLooks, now)),
        and(refundOpen, isDue(refundLooks, now)),
        and(refundPending, isDue(outstandingLooks, now)),
      ),
    )
    .orderBy(sql`${lastLook} asc`)
    .limit(atOnce);
  if (due.length === 0) return [];
  const ids = due.map(({ id }) => id);
  return ctx.db
    .update(paymentAttempts)
    .set({ lastCheckedAt: now })
    .where(
      and(
        inArray(paymentAttempts.id, ids),
        or(isNull(paymentAttempts.lastCheckedAt), lt(paymentAttempts.lastCheckedAt, now)),
      ),
    )
    .returning();
}

const lastLook = sql`coalesce(${paymentAttempts.lastCheckedAt}, ${paymentAttempts.createdAt})`;
const moneyOutstanding = and(
  eq(paymentAttempts.state, "accepted"),
  sql`${orders.received} < ${orders.total} - ${orders.reduced}`,
);
const hasRefund = (states: readonly RefundState[]) =>
  sql`exists (select 1 from ${refunds} where ${refunds.attemptId} = ${paymentAttempts.id} and ${refunds.state} in ${states})`;
const refundOpen = hasRefund(["requested", "unclear"]);
const refundPending = hasRefund(["pending"]);

function isDue(looks: Looks, now: Date) {
  const before = (ms: number) => new Date(now.getTime() - ms);
  return or(
    ...looks.map(({ youngerThanMs, everyMs }) =>
      and(
        gt(paymentAttempts.createdAt, before(youngerThanMs)),
        sql`${lastLook} <= ${before(everyMs).toISOString()}::timestamptz`,
      ),
    ),
  );
}
