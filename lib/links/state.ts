import type { Order, PaymentLink } from "@/lib/db/schema";
import { isPaid } from "@/lib/orders/sums";

/** open: can be paid. waiting: became an order whose money has not come. The two last can no longer be paid. */
export type LinkState = "open" | "waiting" | "paid" | "expired" | "ended";

export type LinkOrder = Pick<Order, "state" | "total" | "reduced" | "received">;

/** What has become of a payment link. An order that lapsed or was cancelled counts as none. */
export function linkState(
  link: Pick<PaymentLink, "endedAt" | "expiresAt">,
  order: LinkOrder | null,
  now: Date,
): LinkState {
  if (order && order.state !== "cancelled" && order.state !== "expired")
    return isPaid(order) ? "paid" : "waiting";
  if (link.endedAt) return "ended";
  if (link.expiresAt && link.expiresAt.getTime() <= now.getTime()) return "expired";
  return "open";
}
