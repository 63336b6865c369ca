import { and, desc, eq, inArray } from "drizzle-orm";
import type { Context } from "@/lib/context";
import {
  type Order,
  orderLines,
  orders,
  type PaymentAttempt,
  paymentAttempts,
  type Refund,
  type RefundedLine,
  refunds,
} from "@/lib/db/schema";
import { type Cents, cents } from "@/lib/money";
import { listenToCalls, record } from "@/lib/payments/history";
import { refundIdsOf } from "@/lib/payments/observe";
import { amountOfLines, refundableLines } from "@/lib/payments/refund-amount";
import { syncPayment } from "@/lib/payments/sync";
import { isSecuconnectError } from "@/lib/secuconnect/errors";
import type { CallOptions } from "@/lib/secuconnect/types";
import { reasonText } from "@/lib/secuconnect/wire";

export type RefundWhat =
  | { kind: "all" }
  | { kind: "amount"; amount: Cents }
  | { kind: "lines"; lines: readonly RefundedLine[] };

export type RefundRequest = {
  what: RefundWhat;
  /** Becomes a part of the purpose; what the API does not accept in it is left out. */
  reason: string;
  /** What was given back already when the person decided (`givenBack` of the order); null decides without a look. */
  seen: Cents | null;
  /** Which payment; left out, the newest accepted one: of two it is the second that goes back. */
  attemptId?: string;
};

export type RefundRefusal =
  | "not_found"
  | "not_refundable"
  | "changed_meanwhile"
  | "refund_under_way"
  | "nothing_left"
  | "too_much"
  | "line_refunded"
  | "secuconnect_unreachable"
  | "secuconnect_failed"
  | "secuconnect_unclear";

export type RefundResult =
  | { ok: true; amount: Cents; state: Refund["state"] }
  | { ok: false; reason: RefundRefusal; left?: Cents; supportId?: string | null };

type Refusal = Extract<RefundResult, { ok: false }>;
type Target = { order: Order; attempt: PaymentAttempt; pciId: string };
type Plan = { amount: Cents; lines: RefundedLine[] | null; left: Cents; known: string[] };

/** Longer than the call and all proxies on its way may take; what has not happened by then never will. */
const leaseMs = 3 * 60_000;

/** What was given back or taken off so far, in cents: the version of an order's refunds. */
export function givenBack(order: Pick<Order, "refunded" | "reduced">): Cents {
  return cents(order.refunded + order.reduced);
}

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

async function makePlan(
  ctx: Context,
  { order, pciId }: Target,
  { what }: RefundRequest,
  options: CallOptions,
): Promise<Plan | Refusal> {
  const left = cents((await ctx.secuconnect.checkStatus(pciId, options)).amount);
  const known = refundIdsOf(await ctx.secuconnect.readPayment(pciId, options));
  if (left <= 0) return { ok: false, reason: "nothing_left", left: cents(0) };
  const lines = what.kind === "lines" ? [...what.lines] : null;
  const amount =
    what.kind === "all" ? left : what.kind === "amount" ? what.amount : await priceOf(ctx, order, what);
  if (amount <= 0) return { ok: false, reason: "nothing_left", left };
  if (amount > left) return { ok: false, reason: "too_much", left };
  return { amount, lines, left, known };
}

async function priceOf(ctx: Context, order: Order, { lines }: { lines: readonly RefundedLine[] }) {
  const all = await ctx.db.select().from(orderLines).where(eq(orderLines.orderId, order.id));
  return amountOfLines(all, lines);
}

/** Stores the wish under the order's row lock, so that of several at once one wins and the others hear why. */
function claim(
  ctx: Context,
  { order, attempt }: Target,
  { seen, reason }: RefundRequest,
  plan: Plan,
  admin: { email: string },
): Promise<Refund | Refusal> {
  return ctx.db.transaction(async (tx) => {
    const [current] = await tx.select().from(orders).where(eq(orders.id, order.id)).for("update");
    if (!current) return { ok: false, reason: "not_found" };
    const asked = await tx.select().from(refunds).where(eq(refunds.orderId, order.id));
    if (asked.some(({ state }) => state === "requested" || state === "unclear"))
      return { ok: false, reason: "refund_under_way" };
    if (seen !== null && givenBack(current) !== seen) return { ok: false, reason: "changed_meanwhile" };
    if (plan.lines) {
      const all = await tx.select().from(orderLines).where(eq(orderLines.orderId, order.id));
      if (!covers(refundableLines(all, asked), plan.lines)) return { ok: false, reason: "line_refunded" };
    }
    const now = ctx.now();
    const [row] = await tx
      .insert(refunds)
      .values({
        id: ctx.newId(),
        orderId: order.id,
        attemptId: attempt.id,
        amount: plan.amount,
        lines: plan.lines,
        reason: reasonText(reason),
        requestedBy: admin.email,
        state: "requested",
        leftBefore: plan.left,
        knownBefore: plan.known,
        createdAt: now,
        updatedAt: now,
        leaseUntil: new Date(now.getTime() + leaseMs),
      })
      .returning();
    if (!row) throw new Error("refund not stored");
    await record(ctx, tx, {
      orderId: order.id,
      attemptId: attempt.id,
      source: "admin",
      kind: "note",
      summary: `refund of ${plan.amount} cents asked for by ${admin.email}`,
    });
    return row;
  });
}

function covers(left: readonly RefundedLine[], wanted: readonly RefundedLine[]): boolean {
  return wanted.every(({ position, quantity }) =>
    left.some((line) => line.position === position && line.quantity >= quantity),
  );
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
