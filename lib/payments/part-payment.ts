import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import type { EventSource, Order, PaymentAttempt } from "@/lib/db/schema";
import { record } from "@/lib/payments/history";
import { hasArrived } from "@/lib/payments/ledger";
import type { Observation } from "@/lib/payments/observe";
import { holdUntil } from "@/lib/payments/policy";
import { extendHolds } from "@/lib/stock/holds";

/**
 * Since when money is there that is not the whole; null when none is or all. secuconnect names the day of a transfer
 * and no sum (api.md 12). When it is news, the pieces are kept for the rest as long as for a new transfer.
 */
export async function partReceived(
  ctx: Context,
  tx: Tx,
  order: Order,
  attempt: PaymentAttempt,
  seen: Observation,
  state: PaymentAttempt["state"],
  source: EventSource,
): Promise<Date | null> {
  if (!seen.payment?.incomingPaymentDate || hasArrived(seen, attempt, state)) return null;
  if (attempt.partReceivedAt) return attempt.partReceivedAt;
  if (state === "pending") await extendHolds(tx, order.id, holdUntil("prepaid", ctx.now()));
  const summary = "a part of the money arrived";
  await record(ctx, tx, { orderId: order.id, attemptId: attempt.id, source, kind: "note", summary });
  return ctx.now();
}
