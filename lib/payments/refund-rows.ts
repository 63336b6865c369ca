import { and, eq, ne } from "drizzle-orm";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import {
  type EventSource,
  type PaymentAttempt,
  type Refund,
  type RefundState,
  refunds,
} from "@/lib/db/schema";
import { oweMail } from "@/lib/mail/owe";
import { record } from "@/lib/payments/history";
import type { Observation, SeenRefund } from "@/lib/payments/observe";

/** Simple statuses of a refund that did not get through, and of one that the bank has not carried out yet (api.md 14.1). */
const failedStatuses: ReadonlySet<number> = new Set([3, 5]);
const pendingStatuses: ReadonlySet<number> = new Set([0, 2, 7, 8, 10, 13, 99]);

/** Whether a refund was refused or withdrawn after all, so that its money is still here. */
export function hasFailed(refund: SeenRefund): boolean {
  return failedStatuses.has(refund.simple);
}

/**
 * Brings the shop's refunds of an attempt in line with what secuconnect shows, in the transaction that books the money:
 * a lost call is found by its traces, and one that left none by the end of its lease never happened. Tells whether
 * anything changed.
 */
export async function settleRefunds(
  ctx: Context,
  tx: Tx,
  attempt: PaymentAttempt,
  seen: Observation,
  source: EventSource,
): Promise<boolean> {
  const rows = await tx
    .select()
    .from(refunds)
    .where(and(eq(refunds.attemptId, attempt.id), ne(refunds.state, "failed")))
    .orderBy(refunds.createdAt);
  const taken = new Set(rows.map((row) => row.pspId));
  let changed = false;
  for (const row of rows) {
    const child = findChild(row, seen, taken);
    if (child) taken.add(child.pciId);
    const state = child ? stateOf(child) : stateWithoutChild(row, seen);
    const pspId = child?.pciId ?? row.pspId;
    if (state === row.state && pspId === row.pspId) continue;
    await tx.update(refunds).set({ state, pspId, updatedAt: ctx.now() }).where(eq(refunds.id, row.id));
    if (state === row.state) continue;
    changed = true;
    if (state === "done" && !pspId) {
      await oweMail(ctx, tx, { orderId: attempt.orderId, kind: `reduced:${row.id}` });
    }
    await record(ctx, tx, {
      orderId: attempt.orderId,
      attemptId: attempt.id,
      source,
      kind: "note",
      summary: `refund of ${row.amount} cents: ${row.state} → ${state}`,
    });
  }
  return changed;
}

/** The row's own refund; while its id is not known, one of its amount that was not there before and is nobody else's. */
function findChild(
  row: Refund,
  seen: Observation,
  taken: ReadonlySet<string | null>,
): SeenRefund | undefined {
  if (row.pspId) return seen.refunds.find((refund) => refund.pciId === row.pspId);
  if (!isOpenRefund(row.state)) return undefined;
  return seen.refunds.find(
    (refund) =>
      refund.amount === row.amount && !taken.has(refund.pciId) && !row.knownBefore.includes(refund.pciId),
  );
}

function stateOf(child: SeenRefund): RefundState {
  if (hasFailed(child)) return "failed";
  return pendingStatuses.has(child.simple) ? "pending" : "done";
}

function stateWithoutChild(row: Refund, seen: Observation): RefundState {
  if (!isOpenRefund(row.state)) return row.state;
  const isOver = row.leaseUntil < seen.at;
  if (row.pspId) return isOver ? "pending" : row.state;
  if (row.answeredAt || wasReduced(row, seen)) return "done";
  return isOver ? "failed" : row.state;
}

/** Before any money moved there is no refund to find: what is left became less by the amount (api.md 13.4). */
function wasReduced(row: Refund, { effective, refunds: children }: Observation): boolean {
  if (!effective) return false;
  const byOthers = children
    .filter((child) => !row.knownBefore.includes(child.pciId))
    .reduce((all, child) => all + child.amount, 0);
  return row.leftBefore - effective.amount - byOthers >= row.amount;
}

/** Whether it is not yet known what became of it; meanwhile nothing more of the order is refunded. */
export function isOpenRefund(state: RefundState): boolean {
  return state === "requested" || state === "unclear";
}
