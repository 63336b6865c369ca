import type { AttemptState, Delivery, Order } from "@/lib/db/schema";
import { isPaid, isRefunded, owedFor } from "@/lib/orders/sums";

/** What an order's state means for the merchant; each has a sentence in the admin's messages. */
export type Situation =
  | "payment_not_started"
  | "buyer_paying"
  | "authorised"
  | "awaiting_transfer"
  | "payment_checked"
  | "payment_failed"
  | "to_ship_paid"
  | "to_ship_unpaid"
  | "shipped_paid"
  | "shipped_unpaid"
  | "refunded"
  | "cancelling"
  | "cancelled"
  | "expired";

type FetchedWords = "to_collect_paid" | "to_collect_unpaid" | "collected_paid" | "collected_unpaid";

/** What is said instead about an order that the buyer fetches. */
const fetchedWords: Partial<Record<Situation, FetchedWords>> = {
  to_ship_paid: "to_collect_paid",
  to_ship_unpaid: "to_collect_unpaid",
  shipped_paid: "collected_paid",
  shipped_unpaid: "collected_unpaid",
};

/** The key of the sentence for a situation. */
export function wordsFor(situation: Situation, delivery: Delivery): Situation | FetchedWords {
  return (delivery === "collection" ? fetchedWords[situation] : undefined) ?? situation;
}

/** act: the merchant's turn. wait: someone else's. good and bad: the end of it. */
export type Tone = "act" | "wait" | "good" | "bad";

type Facts = Pick<Order, "state" | "total" | "received" | "refunded" | "reduced" | "cancelRequestedAt">;

/** Reads one situation out of the order's state, its sums and the newest payment attempt. */
export function situationOf(
  order: Facts,
  attempt: { state: AttemptState; method: string } | null,
): { situation: Situation; tone: Tone } {
  if (isRefunded(order)) return { situation: "refunded", tone: "good" };
  if (owedFor(order) === 0) return { situation: "cancelled", tone: "bad" };
  if (order.cancelRequestedAt && (order.state === "open" || order.state === "confirmed"))
    return { situation: "cancelling", tone: "wait" };
  const paid = isPaid(order);
  switch (order.state) {
    case "open":
      return openSituation(attempt);
    case "confirmed":
      return { situation: paid ? "to_ship_paid" : "to_ship_unpaid", tone: "act" };
    case "shipped":
      return paid
        ? { situation: "shipped_paid", tone: "good" }
        : { situation: "shipped_unpaid", tone: "wait" };
    case "cancelled":
      return { situation: "cancelled", tone: "bad" };
    case "expired":
      return { situation: "expired", tone: "bad" };
    default:
      return order.state satisfies never;
  }
}

function openSituation(attempt: { state: AttemptState; method: string } | null): {
  situation: Situation;
  tone: Tone;
} {
  const state = attempt?.state ?? "new";
  switch (state) {
    case "new":
      return { situation: "payment_not_started", tone: "wait" };
    case "created":
      return { situation: "buyer_paying", tone: "wait" };
    case "approved":
      return { situation: "authorised", tone: "act" };
    case "pending":
      return {
        situation: attempt?.method === "prepaid" ? "awaiting_transfer" : "payment_checked",
        tone: "wait",
      };
    case "accepted":
    case "issue":
    case "refunded":
    case "failed":
    case "cancelled":
      return { situation: "payment_failed", tone: "bad" };
    default:
      return state satisfies never;
  }
}
