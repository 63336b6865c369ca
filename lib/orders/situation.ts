import type { Delivery, Order, PaymentAttempt } from "@/lib/db/schema";
import { isPaid, isRefunded, owedFor } from "@/lib/orders/sums";
import { isOpen } from "@/lib/payments/state";

/** What an order's state means for the buyer; each has a sentence and a next step in the messages "order". */
export type BuyerSituation =
  | "payment_not_started"
  | "checking"
  | "authorised"
  | "buyer_paying"
  | "awaiting_transfer"
  | "payment_pending"
  | "payment_failed"
  | "accepted_unpaid"
  | "accepted_paid"
  | "shipped_unpaid"
  | "shipped_paid"
  | "being_looked_at"
  | "refunded"
  | "cancelling"
  | "cancelled"
  | "expired";

type FetchedWords = "ready_unpaid" | "ready_paid" | "collected_unpaid" | "collected_paid";

/** What is said instead about an order that the buyer fetches. */
const fetchedWords: Partial<Record<BuyerSituation, FetchedWords>> = {
  accepted_unpaid: "ready_unpaid",
  accepted_paid: "ready_paid",
  shipped_unpaid: "collected_unpaid",
  shipped_paid: "collected_paid",
};

/** The key of the sentence for a situation. */
export function buyerWords(situation: BuyerSituation, delivery: Delivery): BuyerSituation | FetchedWords {
  return (delivery === "collection" ? fetchedWords[situation] : undefined) ?? situation;
}

type OrderFacts = Pick<
  Order,
  "state" | "flag" | "total" | "received" | "refunded" | "reduced" | "cancelRequestedAt"
>;
type AttemptFacts = Pick<PaymentAttempt, "state" | "method" | "createSentAt">;

/** Reads the buyer's situation out of the order and its newest payment attempt. */
export function buyerSituation(order: OrderFacts, attempt: AttemptFacts): BuyerSituation {
  if (isRefunded(order)) return "refunded";
  if (owedFor(order) === 0) return "cancelled";
  if (order.cancelRequestedAt && (order.state === "open" || order.state === "confirmed")) return "cancelling";
  if (order.flag !== null && order.state !== "shipped") return "being_looked_at";
  const paid = isPaid(order);
  switch (order.state) {
    case "open":
      return openSituation(attempt);
    case "confirmed":
      return paid ? "accepted_paid" : "accepted_unpaid";
    case "shipped":
      return paid ? "shipped_paid" : "shipped_unpaid";
    case "cancelled":
      return "cancelled";
    case "expired":
      return "expired";
    default:
      return order.state satisfies never;
  }
}

function openSituation(attempt: AttemptFacts): BuyerSituation {
  switch (attempt.state) {
    case "new":
      return attempt.createSentAt ? "checking" : "payment_not_started";
    case "created":
      return "buyer_paying";
    case "approved":
      return "authorised";
    case "pending":
      return attempt.method === "prepaid" ? "awaiting_transfer" : "payment_pending";
    case "failed":
    case "cancelled":
    case "refunded":
      return "payment_failed";
    case "accepted":
    case "issue":
      return "being_looked_at";
    default:
      return attempt.state satisfies never;
  }
}

/** Whether the page offers to pay again: the order waits and no payment is already on its way. */
export function mayPayAgain(situation: BuyerSituation): boolean {
  return (
    situation === "payment_not_started" ||
    situation === "buyer_paying" ||
    situation === "payment_failed" ||
    situation === "checking"
  );
}

/** Whether something may still change by itself, so that the page goes on asking. */
export function mayStillChange(situation: BuyerSituation, attempt: Pick<PaymentAttempt, "state">): boolean {
  return (
    isOpen(attempt.state) ||
    situation === "accepted_unpaid" ||
    situation === "accepted_paid" ||
    situation === "cancelling"
  );
}

/** Whether the buyer is to transfer money, so that the bank details are shown. */
export function showsTransfer(situation: BuyerSituation): boolean {
  return (
    situation === "awaiting_transfer" || situation === "accepted_unpaid" || situation === "shipped_unpaid"
  );
}
