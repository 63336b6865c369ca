import type { Order } from "@/lib/db/schema";
import { isBlocked } from "@/lib/orders/ship-rule";

type Facts = Pick<Order, "state" | "flag" | "cancelRequestedAt">;

/** Whether the merchant may call the order off: it has not left the house and nobody called it off yet. */
export function mayCancel(order: Facts): boolean {
  return (order.state === "open" || order.state === "confirmed") && order.cancelRequestedAt === null;
}

/** Whether the buyer may: not while a person has to look at the payment first. */
export function buyerMayCancel(order: Facts): boolean {
  return mayCancel(order) && !isBlocked(order);
}
