import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { type Order, type OrderFlag, outbox, type PaymentAttempt } from "@/lib/db/schema";
import { holdUntil } from "@/lib/payments/policy";
import { consumeHolds, extendHolds, restock, retakeStock } from "@/lib/stock/holds";

type Changes = Partial<Pick<Order, "state" | "flag" | "confirmedAt">>;

/** What a new state does to the order, its stock and the mails it owes. */
export async function effects(
  ctx: Context,
  tx: Tx,
  order: Order,
  attempt: PaymentAttempt,
  state: PaymentAttempt["state"],
): Promise<Changes> {
  switch (state) {
    case "pending":
      await extendHolds(tx, order.id, holdUntil("prepaid", ctx.now()));
      await owe(ctx, tx, order.id, "transfer_details");
      return {};
    case "accepted":
      if (attempt.state === "issue") return order.flag === "charge_back" ? { flag: null } : {};
      return accept(ctx, tx, order);
    case "issue":
      await owe(ctx, tx, order.id, "charge_back");
      return { flag: "charge_back" };
    case "refunded":
      if (order.state !== "confirmed") return {};
      await restock(tx, order.id);
      return { state: "cancelled" };
    case "new":
    case "created":
    case "approved":
    case "failed":
    case "cancelled":
      return {};
    default:
      return state satisfies never;
  }
}

async function accept(ctx: Context, tx: Tx, order: Order): Promise<Changes> {
  if (order.state === "confirmed" || order.state === "shipped") return { flag: "second_payment" };
  if (order.state === "open") {
    await consumeHolds(tx, order.id);
  } else if (!(await retakeStock(tx, order.id))) {
    return { flag: "paid_not_deliverable" satisfies OrderFlag };
  }
  await owe(ctx, tx, order.id, "payment_accepted");
  return { state: "confirmed", confirmedAt: ctx.now() };
}

/** Notes a side effect; the same kind is owed at most once per order. */
export async function owe(ctx: Context, tx: Tx, orderId: string, kind: string): Promise<void> {
  await tx
    .insert(outbox)
    .values({ id: ctx.newId(), orderId, kind, createdAt: ctx.now() })
    .onConflictDoNothing();
}
