import { and, eq, ne } from "drizzle-orm";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { type Order, type OrderFlag, type PaymentAttempt, paymentAttempts } from "@/lib/db/schema";
import { oweMail } from "@/lib/mail/owe";
import { retakeCoupon, returnCoupon } from "@/lib/orders/coupon-use";
import { record } from "@/lib/payments/history";
import { capturesLater } from "@/lib/payments/methods";
import { captureUntil, holdUntil } from "@/lib/payments/policy";
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
      if (attempt.method === "prepaid") await owe(ctx, tx, order.id, "transfer_details");
      return {};
    case "approved":
      if (capturesLater(ctx.settings, attempt.method)) {
        await extendHolds(tx, order.id, captureUntil(ctx.now()));
      }
      return {};
    case "accepted":
      return attempt.state === "issue" ? endIssue(ctx, tx, order, attempt) : accept(ctx, tx, order, attempt);
    case "issue":
      await owe(ctx, tx, order.id, "charge_back");
      return { flag: "charge_back" };
    case "refunded":
      return giveBack(ctx, tx, order, attempt);
    case "new":
    case "created":
    case "failed":
    case "cancelled":
      return {};
    default:
      return state satisfies never;
  }
}

async function accept(ctx: Context, tx: Tx, order: Order, attempt: PaymentAttempt): Promise<Changes> {
  if (order.state === "confirmed" || order.state === "shipped") return { flag: "second_payment" };
  if (order.state === "cancelled" && order.cancelRequestedAt) return { flag: "paid_not_deliverable" };
  if (order.state === "open") {
    await consumeHolds(tx, order.id);
  } else if (!(await retakeStock(tx, order.id))) {
    return { flag: "paid_not_deliverable" satisfies OrderFlag };
  } else if (!(await retakeCoupon(tx, order, attempt.id))) {
    const summary = `coupon ${order.couponCode} was used up meanwhile; its price holds`;
    await record(ctx, tx, { orderId: order.id, source: "sweep", kind: "note", summary });
  }
  await owe(ctx, tx, order.id, "payment_accepted");
  return { state: "confirmed", confirmedAt: ctx.now() };
}

/** The payment stands again. When its charge-back was the first that was ever seen of it, it is accepted only here. */
async function endIssue(ctx: Context, tx: Tx, order: Order, attempt: PaymentAttempt): Promise<Changes> {
  const calm: Changes = order.flag === "charge_back" ? { flag: null } : {};
  const accepted = order.state !== "open" && order.state !== "expired";
  return accepted ? calm : { ...calm, ...(await accept(ctx, tx, order, attempt)) };
}

/** One of two payments given back leaves the order as it is; without any other payment it is called off. */
async function giveBack(ctx: Context, tx: Tx, order: Order, attempt: PaymentAttempt): Promise<Changes> {
  const [other] = await tx
    .select({ id: paymentAttempts.id })
    .from(paymentAttempts)
    .where(
      and(
        eq(paymentAttempts.orderId, order.id),
        ne(paymentAttempts.id, attempt.id),
        eq(paymentAttempts.state, "accepted"),
      ),
    )
    .limit(1);
  if (other) return order.flag === "second_payment" ? { flag: null } : {};
  if (order.flag === "paid_not_deliverable") return { flag: null };
  if (order.state !== "confirmed") return {};
  await restock(tx, order.id);
  await returnCoupon(tx, order);
  await owe(ctx, tx, order.id, "cancelled");
  return { state: "cancelled" };
}

/** Notes a side effect; the same kind is owed at most once per order. */
export async function owe(ctx: Context, tx: Tx, orderId: string, kind: string): Promise<void> {
  await oweMail(ctx, tx, { orderId, kind });
}
