import { and, desc, eq, inArray } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { orders, paymentAttempts, type Refund, refunds } from "@/lib/db/schema";
import { listenToCalls } from "@/lib/payments/history";
import {
  claim,
  makePlan,
  type RefundRefusal,
  type RefundRequest,
  type RefundResult,
  type Target,
} from "@/lib/payments/refund-claim";
import { syncPayment } from "@/lib/payments/sync";
import { isSecuconnectError } from "@/lib/secuconnect/errors";
import type { CallOptions } from "@/lib/secuconnect/types";

/**
 * Gives money back, or lowers an unpaid invoice (api.md 13.4), as far as secuconnect still allows. The wish is stored
 * before the call and only one of an order is open at a time. A lost answer is never repeated but looked up: by the
 * payment's refunds and what is left of it. The ledger and all states are written by syncPayment alone.
 */
export async function refundPayment(
  ctx: Context,
  orderId: string,
  request: RefundRequest,
  admin: { email: string },
): Promise<RefundResult> {
  const target = await findTarget(ctx, orderId, request.attemptId);
  if (!target) return { ok: false, reason: await whyNone(ctx, orderId) };
  const before = await syncPayment(ctx, target.attempt.id, "admin");
  if (!before.ok) return { ok: false, reason: "secuconnect_unreachable", supportId: before.supportId };

  const calls = listenToCalls(ctx, target.attempt, "admin");
  try {
    const plan = await makePlan(ctx, target, request, calls);
    if ("ok" in plan) return plan;
    const claimed = await claim(ctx, target, request, plan, admin);
    if ("ok" in claimed) return claimed;
    return await carryOut(ctx, target, claimed, calls);
  } catch (error) {
    if (!isSecuconnectError(error)) throw error;
    return { ok: false, reason: "secuconnect_unreachable", supportId: error.supportId };
  } finally {
    await calls.keep();
  }
}

async function findTarget(ctx: Context, orderId: string, attemptId?: string): Promise<Target | null> {
  const [row] = await ctx.db
    .select({ order: orders, attempt: paymentAttempts })
    .from(paymentAttempts)
    .innerJoin(orders, eq(orders.id, paymentAttempts.orderId))
    .where(
      and(
        eq(paymentAttempts.orderId, orderId),
        eq(paymentAttempts.state, "accepted"),
        attemptId ? eq(paymentAttempts.id, attemptId) : undefined,
      ),
    )
    .orderBy(desc(paymentAttempts.createdAt))
    .limit(1);
  return row?.attempt.pciId ? { ...row, pciId: row.attempt.pciId } : null;
}

async function whyNone(ctx: Context, orderId: string): Promise<RefundRefusal> {
  const [order] = await ctx.db.select({ id: orders.id }).from(orders).where(eq(orders.id, orderId));
  return order ? "not_refundable" : "not_found";
}

async function carryOut(
  ctx: Context,
  target: Target,
  row: Refund,
  options: CallOptions,
): Promise<RefundResult> {
  let failure: { reason: RefundRefusal; supportId: string | null } | null = null;
  try {
    const input = { reduceAmountBy: row.amount, reason: row.reason || undefined };
    const answer = await ctx.secuconnect.cancelPayment(target.pciId, input, options);
    const own = answer.find((payment) => payment.id !== target.pciId);
    await note(ctx, row, { answeredAt: ctx.now(), pspId: own?.id ?? null });
  } catch (error) {
    if (!isSecuconnectError(error)) throw error;
    const { mayHaveHappened, supportId } = error;
    failure = { reason: mayHaveHappened ? "secuconnect_unclear" : "secuconnect_failed", supportId };
    await note(ctx, row, { state: mayHaveHappened ? "unclear" : "failed" });
  }
  await syncPayment(ctx, target.attempt.id, "admin");
  const [now] = await ctx.db.select().from(refunds).where(eq(refunds.id, row.id));
  const state = now?.state ?? row.state;
  if (failure && (state === "unclear" || state === "failed")) return { ok: false, ...failure };
  if (state === "failed") return { ok: false, reason: "secuconnect_failed", supportId: null };
  return { ok: true, amount: row.amount, state };
}

/** Keeps what the call itself told; a look that was quicker may have settled the row already. */
async function note(
  ctx: Context,
  row: Refund,
  told: Partial<Pick<Refund, "state" | "pspId" | "answeredAt">>,
): Promise<void> {
  const { pspId, ...rest } = told;
  await ctx.db
    .update(refunds)
    .set({ ...rest, ...(pspId ? { pspId } : {}), updatedAt: ctx.now() })
    .where(
      told.state
        ? and(eq(refunds.id, row.id), inArray(refunds.state, ["requested", "unclear"]))
        : eq(refunds.id, row.id),
    );
}
