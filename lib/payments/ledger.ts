import { eq } from "drizzle-orm";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { ledger, type Order, type PaymentAttempt } from "@/lib/db/schema";
import { type Cents, cents } from "@/lib/money";
import { paysLater } from "@/lib/payments/methods";
import type { Observation } from "@/lib/payments/observe";

/** Books money that moved; the ledger's unique PSP ids make each booking happen once. Answers the order's sums. */
export async function book(
  ctx: Context,
  tx: Tx,
  order: Order,
  attempt: PaymentAttempt,
  seen: Observation,
  state: PaymentAttempt["state"],
) {
  const { payment } = seen;
  const entry = { orderId: order.id, attemptId: attempt.id, at: ctx.now() };
  if (payment && hasArrived(seen, attempt, state)) {
    await tx
      .insert(ledger)
      .values({
        ...entry,
        id: ctx.newId(),
        kind: "received",
        amount: cents(payment.amount),
        pspId: payment.id,
      })
      .onConflictDoNothing();
  }
  const before = await sums(tx, order.id);
  for (const refund of seen.newRefunds) {
    if (before.received === 0) break;
    await tx
      .insert(ledger)
      .values({
        ...entry,
        id: ctx.newId(),
        kind: "refunded",
        amount: cents(refund.amount),
        pspId: refund.pciId,
      })
      .onConflictDoNothing();
  }
  const after = await sums(tx, order.id);
  return { ...after, changed: after.received !== order.received || after.refunded !== order.refunded };
}

/** Accepted is received, except for an invoice: there the money has its own signs (api.md 14.1, 14.3). */
function hasArrived(
  { payment, smart }: Observation,
  attempt: PaymentAttempt,
  state: PaymentAttempt["state"],
): boolean {
  if (state !== "accepted" || !payment) return false;
  if (!paysLater(smart.paymentMethod ?? attempt.method)) return true;
  return payment.simple === 9 || payment.cleared === "cleared";
}

async function sums(tx: Tx, orderId: string): Promise<{ received: Cents; refunded: Cents }> {
  const rows = await tx
    .select({ kind: ledger.kind, amount: ledger.amount })
    .from(ledger)
    .where(eq(ledger.orderId, orderId));
  const total = (kind: string) =>
    cents(rows.filter((row) => row.kind === kind).reduce((all, row) => all + row.amount, 0));
  return { received: total("received"), refunded: total("refunded") };
}
