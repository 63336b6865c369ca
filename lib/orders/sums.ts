import type { Order } from "@/lib/db/schema";
import { type Cents, cents } from "@/lib/money";

/** What the order costs after what was taken off before it was paid, in cents. */
export function owedFor(order: Pick<Order, "total" | "reduced">): Cents {
  return cents(order.total - order.reduced);
}

/** Whether all the money that is owed has come; what was given back later does not count against it. */
export function isPaid(order: Pick<Order, "total" | "reduced" | "received">): boolean {
  return order.received >= owedFor(order);
}

/** Whether all that came was given back. */
export function isRefunded(order: Pick<Order, "received" | "refunded">): boolean {
  return order.received > 0 && order.refunded === order.received;
}

/** How much more came, and was not given back, than a standing order costs; in cents. */
export function overpaid(order: Pick<Order, "state" | "total" | "reduced" | "received" | "refunded">): Cents {
  if (order.state === "cancelled" || order.state === "expired") return cents(0);
  return cents(Math.max(0, order.received - order.refunded - owedFor(order)));
}
