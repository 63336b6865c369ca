import { eq } from "drizzle-orm";
import type { Context } from "@/lib/context";
import {
  type Order,
  orderLines,
  orders,
  type PaymentAttempt,
  type Refund,
  type RefundedLine,
  refunds,
} from "@/lib/db/schema";
import { type Cents, cents } from "@/lib/money";
import { record } from "@/lib/payments/history";
import { refundIdsOf } from "@/lib/payments/observe";
import { amountOfLines, refundableLines } from "@/lib/payments/refund-amount";
import { isOpenRefund } from "@/lib/payments/refund-rows";
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

export type Refusal = Extract<RefundResult, { ok: false }>;
export type Target = { order: Order; attempt: PaymentAttempt; pciId: string };
export type Plan = { amount: Cents; lines: RefundedLine[] | null; left: Cents; known: string[] };

/** Longer than the call and all proxies on its way may take; what has not happened by then never will. */
const leaseMs = 3 * 60_000;

/** What was given back or taken off so far, in cents: the version of an order's refunds. */
export function givenBack(order: Pick<Order, "refunded" | "reduced">): Cents {
  return cents(order.refunded + order.reduced);
}

/** What exactly to send: the amount, as far as secuconnect still allows it right now (api.md 13.2). */
export async function makePlan(
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
  if (amount === null) return { ok: false, reason: "line_refunded" };
  if (amount <= 0) return { ok: false, reason: "nothing_left", left };
  if (amount > left) return { ok: false, reason: "too_much", left };
  return { amount, lines, left, known };
}

/** null when the order never had these pieces. */
async function priceOf(ctx: Context, order: Order, { lines }: { lines: readonly RefundedLine[] }) {
  const all = await ctx.db.select().from(orderLines).where(eq(orderLines.orderId, order.id));
  return covers(refundableLines(all, []), lines) ? amountOfLines(all, lines) : null;
}

/** Stores the wish under the order's row lock, so that of several at once one wins and the others hear why. */
export function claim(
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
    if (asked.some(({ state }) => isOpenRefund(state))) return { ok: false, reason: "refund_under_way" };
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
