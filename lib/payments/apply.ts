import { and, eq, ne, sql } from "drizzle-orm";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { type EventSource, type Order, orders, type PaymentAttempt, paymentAttempts } from "@/lib/db/schema";
import { issueCreditNotes } from "@/lib/invoices/credit-note";
import { effects, owe } from "@/lib/payments/effects";
import { faultPoint } from "@/lib/payments/fault-points";
import { record } from "@/lib/payments/history";
import { book } from "@/lib/payments/ledger";
import type { Observation } from "@/lib/payments/observe";
import { partReceived } from "@/lib/payments/part-payment";
import { settleRefunds } from "@/lib/payments/refund-rows";
import { isOpen, nextState, openStates } from "@/lib/payments/state";

type Applied = { changed: boolean; state: PaymentAttempt["state"] };

/**
 * Writes what an observation means, in one transaction under the order's row lock: attempt, ledger, history, stock,
 * outbox. The only place where a payment's state changes; repeating it with the same observation changes nothing.
 */
export function applyObservation(
  ctx: Context,
  attemptId: string,
  seen: Observation,
  source: EventSource,
): Promise<Applied> {
  return ctx.db.transaction(async (tx) => {
    const { order, attempt } = await lock(tx, attemptId);
    const mismatch = findMismatch(attempt, seen);
    if (mismatch) return flagMismatch(ctx, tx, order, attempt, mismatch, source);

    const state = await stateUnderLock(tx, attempt, seen);
    const partReceivedAt = await partReceived(ctx, tx, order, attempt, seen, state, source);
    await tx
      .update(paymentAttempts)
      .set({ ...attemptFacts(ctx, attempt, seen, state), partReceivedAt })
      .where(eq(paymentAttempts.id, attempt.id));
    const sums = await book(ctx, tx, order, attempt, seen, state);
    const changes = state === attempt.state ? {} : await effects(ctx, tx, order, attempt, state);
    if (changes.flag && changes.flag !== "charge_back") {
      await owe(ctx, tx, order.id, `flagged:${changes.flag}`);
    }
    const settled = await settleRefunds(ctx, tx, attempt, seen, source);
    const pickupCode = pickupCodeOf(order, seen, state);
    const part = partReceivedAt?.getTime() !== attempt.partReceivedAt?.getTime();
    const news = settled || part || gotTransfer(attempt, seen) || pickupCode !== order.pickupCode;
    const changed = state !== attempt.state || sums.changed || news;
    if (state !== attempt.state) {
      await record(ctx, tx, {
        orderId: order.id,
        attemptId,
        source,
        kind: "state",
        summary: `${attempt.state} → ${state}`,
        raw: {
          smart: seen.smart.status,
          simple: seen.payment?.simple ?? null,
          effective: seen.effective?.amount ?? null,
        },
      });
    }
    if (changed) {
      await tx
        .update(orders)
        .set({
          ...changes,
          received: sums.received,
          refunded: sums.refunded,
          reduced: sums.reduced,
          pickupCode,
          version: sql`${orders.version} + 1`,
          updatedAt: ctx.now(),
        })
        .where(eq(orders.id, order.id));
      await issueCreditNotes(ctx, tx, order.id);
    }
    faultPoint("applying");
    return { changed, state };
  });
}

async function lock(tx: Tx, attemptId: string): Promise<{ order: Order; attempt: PaymentAttempt }> {
  const [found] = await tx
    .select({ orderId: paymentAttempts.orderId })
    .from(paymentAttempts)
    .where(eq(paymentAttempts.id, attemptId));
  if (!found) throw new Error(`no payment attempt ${attemptId}`);
  const [order] = await tx.select().from(orders).where(eq(orders.id, found.orderId)).for("update");
  const [attempt] = await tx
    .select()
    .from(paymentAttempts)
    .where(eq(paymentAttempts.id, attemptId))
    .for("update");
  if (!order || !attempt) throw new Error(`payment attempt ${attemptId} has no order`);
  return { order, attempt };
}

/** What was read must be what was frozen: reference, amount and currency (design rule; faults 22 and 24). */
function findMismatch(attempt: PaymentAttempt, { smart, payment, effective }: Observation): string | null {
  if (smart.merchantRef !== attempt.merchantRef) return "merchantRef differs";
  if (smart.amount !== attempt.amount) return `basket_info.sum is ${smart.amount}, not ${attempt.amount}`;
  if (smart.currency !== "EUR") return `currency is ${smart.currency}`;
  if (!payment) return null;
  if (payment.currency !== "EUR" || (effective && effective.currency !== "EUR"))
    return `payment currency is ${payment.currency}`;
  if (payment.amount !== attempt.amount) return `payment amount is ${payment.amount}, not ${attempt.amount}`;
  return null;
}

async function flagMismatch(
  ctx: Context,
  tx: Tx,
  order: Order,
  attempt: PaymentAttempt,
  why: string,
  source: EventSource,
): Promise<Applied> {
  await tx
    .update(paymentAttempts)
    .set({ lastCheckedAt: ctx.now(), checks: sql`${paymentAttempts.checks} + 1` })
    .where(eq(paymentAttempts.id, attempt.id));
  if (order.flag === "amount_mismatch") return { changed: false, state: attempt.state };
  await record(ctx, tx, {
    orderId: order.id,
    attemptId: attempt.id,
    source,
    kind: "ignored",
    summary: `not applied: ${why}`,
  });
  await tx
    .update(orders)
    .set({ flag: "amount_mismatch", version: sql`${orders.version} + 1`, updatedAt: ctx.now() })
    .where(eq(orders.id, order.id));
  await owe(ctx, tx, order.id, "flagged:amount_mismatch");
  return { changed: true, state: attempt.state };
}

/** A closed attempt does not open again while another one is open: that order already has its way to be paid. */
async function stateUnderLock(
  tx: Tx,
  attempt: PaymentAttempt,
  seen: Observation,
): Promise<PaymentAttempt["state"]> {
  const state = nextState(attempt.state, { smart: seen.smart.status, simple: seen.payment?.simple ?? null });
  if (!isOpen(state) || isOpen(attempt.state)) return state;
  const others = await tx
    .select({ id: paymentAttempts.id })
    .from(paymentAttempts)
    .where(
      and(
        eq(paymentAttempts.orderId, attempt.orderId),
        ne(paymentAttempts.id, attempt.id),
        sql`${paymentAttempts.state} in ${openStates}`,
      ),
    );
  return others.length > 0 ? attempt.state : state;
}

function attemptFacts(
  ctx: Context,
  attempt: PaymentAttempt,
  { smart, payment }: Observation,
  state: PaymentAttempt["state"],
) {
  const given = smart.paymentInstructions;
  return {
    state,
    pciId: payment?.id ?? attempt.pciId,
    transId: payment?.transId ?? smart.transId ?? attempt.transId,
    simpleStatus: payment?.simple ?? attempt.simpleStatus,
    method: smart.paymentMethod ?? attempt.method,
    transfer: given
      ? {
          owner: given.owner,
          iban: given.iban,
          bic: given.bic,
          bankname: given.bankname,
          purpose: given.purpose,
        }
      : attempt.transfer,
    lastCheckedAt: ctx.now(),
    checks: sql`${paymentAttempts.checks} + 1`,
    updatedAt: ctx.now(),
  };
}

const gotTransfer = (attempt: PaymentAttempt, seen: Observation) =>
  !attempt.transfer && seen.smart.paymentInstructions !== null;

/** Assigned by secuconnect at start (api.md 6.6); only the payment that was accepted gives the code that counts. */
const pickupCodeOf = (order: Order, { smart }: Observation, state: PaymentAttempt["state"]) =>
  order.pickupCode ?? (state === "accepted" ? (smart.deliveryOptions?.code ?? null) : null);
