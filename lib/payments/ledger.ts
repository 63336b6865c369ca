import { eq } from "drizzle-orm";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { ledger, type Order, type PaymentAttempt } from "@/lib/db/schema";
import { oweMail } from "@/lib/mail/owe";
import { type Cents, cents } from "@/lib/money";
import { paysLater } from "@/lib/payments/methods";
import { type Observation, reductionOf } from "@/lib/payments/observe";
import { hasFailed } from "@/lib/payments/refund-rows";

type LedgerKind = (typeof ledger.$inferSelect)["kind"];

/**
 * Books money that moved; the ledger's unique PSP ids make each booking happen once. Answers the order's sums; a
 * refund's failure is booked against it.
 */
export async function book(
  ctx: Context,
  tx: Tx,
  order: Order,
  attempt: PaymentAttempt,
  seen: Observation,
  state: PaymentAttempt["state"],
) {
  const { payment } = seen;
  const entry = { orderId: order.id, attemptId: attempt.id };
  const write = (kind: LedgerKind, amount: number, pspId: string) =>
    tx
      .insert(ledger)
      .values({ ...entry, id: ctx.newId(), at: ctx.now(), kind, amount: cents(amount), pspId })
      .onConflictDoNothing();
  const before = await tx.select().from(ledger).where(eq(ledger.orderId, order.id));
  const isBooked = (kind: LedgerKind, pspId: string) =>
    before.some((row) => row.kind === kind && row.pspId === pspId);

  const paidBefore = payment !== null && isBooked("received", payment.id);
  const paidNow = payment !== null && !paidBefore && hasArrived(seen, attempt, state);
  const reduced = paidBefore ? order.reduced : reducedNow(order, seen, state);
  if (paidNow && payment.amount > reduced) await write("received", payment.amount - reduced, payment.id);
  if (paidNow || before.some((row) => row.kind === "received")) {
    for (const refund of seen.refunds) {
      const kind = hasFailed(refund) ? "refund_failed" : "refunded";
      const isNews =
        !isBooked(kind, refund.pciId) && (kind === "refunded" || isBooked("refunded", refund.pciId));
      if (!isNews) continue;
      await write(kind, refund.amount, refund.pciId);
      await oweMail(ctx, tx, { orderId: order.id, kind: `${kind}:${refund.pciId}` });
    }
  }
  const after = { ...(await sums(tx, order.id)), reduced };
  const changed =
    after.received !== order.received || after.refunded !== order.refunded || after.reduced !== order.reduced;
  return { ...after, changed };
}

/** Only before the money came; and an attempt that was merely given up says nothing of the price. */
function reducedNow(order: Order, seen: Observation, state: PaymentAttempt["state"]): Cents {
  const counts = state === "accepted" || state === "refunded";
  return counts && seen.effective ? reductionOf(seen) : order.reduced;
}

/**
 * Accepted is received, except for an invoice: there the money has its own signs (api.md 14.1, 14.3). Of a payment that
 * is void the refunds tell that its money had come: before that there is nothing to refund (api.md 13.4).
 */
export function hasArrived(
  { payment, smart, refunds }: Observation,
  attempt: PaymentAttempt,
  state: PaymentAttempt["state"],
): boolean {
  if (!payment) return false;
  if (state === "refunded" || state === "cancelled") return refunds.length > 0;
  if (state !== "accepted") return false;
  if (!paysLater(smart.paymentMethod ?? attempt.method)) return true;
  return payment.simple === 9 || payment.cleared === "cleared";
}

async function sums(tx: Tx, orderId: string): Promise<{ received: Cents; refunded: Cents }> {
  const rows = await tx
    .select({ kind: ledger.kind, amount: ledger.amount })
    .from(ledger)
    .where(eq(ledger.orderId, orderId));
  const total = (kind: LedgerKind) =>
    cents(rows.filter((row) => row.kind === kind).reduce((all, row) => all + row.amount, 0));
  return { received: total("received"), refunded: cents(total("refunded") - total("refund_failed")) };
}
