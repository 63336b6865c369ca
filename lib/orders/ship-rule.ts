import type { Order } from "@/lib/db/schema";

/** Whether an unsettled payment keeps an order in the house. Paid twice does not: that is only money to give back. */
export function isBlocked(order: Pick<Order, "flag">): boolean {
  switch (order.flag) {
    case "charge_back":
    case "amount_mismatch":
    case "paid_not_deliverable":
      return true;
    case "second_payment":
    case null:
      return false;
    default:
      return order.flag satisfies never;
  }
}

/** Whether goods may leave now: the payment is accepted, nothing stands against it and nobody called the order off. */
export function mayShip(order: Pick<Order, "state" | "flag" | "cancelRequestedAt">): boolean {
  return order.state === "confirmed" && order.cancelRequestedAt === null && !isBlocked(order);
}
