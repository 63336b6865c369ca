import { asc, eq } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { ledger, type Order, type PaymentAttempt } from "@/lib/db/schema";
import { isPaid } from "@/lib/orders/sums";
import { paysLater } from "@/lib/payments/methods";

export type StepKind =
  | "placed"
  | "accepted"
  | "paid"
  | "shipped"
  | "collected"
  | "cancelled"
  | "expired"
  | "refunded";

/** A step of an order as its buyer sees it. Without `at` it is still to come, or its moment is not known. */
export type Step = { kind: StepKind; at: Date | null; done: boolean };

type Money = { kind: "received" | "refunded" | "refund_failed"; at: Date };
type Facts = Pick<
  Order,
  | "state"
  | "delivery"
  | "placedAt"
  | "confirmedAt"
  | "shippedAt"
  | "cancelRequestedAt"
  | "total"
  | "reduced"
  | "received"
  | "refunded"
>;

/** The steps behind an order and those still ahead, in their order; an order that was called off has none ahead. */
export function orderSteps(order: Facts, attempt: Pick<PaymentAttempt, "method">, money: Money[]): Step[] {
  const isOver = order.state === "cancelled" || order.state === "expired";
  const lastOf = (kind: Money["kind"]) => money.filter((each) => each.kind === kind).at(-1)?.at ?? null;
  const later = paysLater(attempt.method);
  const paid = order.received > 0 && isPaid(order);
  const handedOver = order.delivery === "collection" ? "collected" : "shipped";
  const accepted: Step = { kind: "accepted", at: order.confirmedAt, done: order.confirmedAt !== null };
  const sent: Step = { kind: handedOver, at: order.shippedAt, done: order.state === "shipped" };
  const payment: Step = { kind: "paid", at: paid ? lastOf("received") : null, done: paid };
  const way = later ? [accepted, sent, payment] : [payment, sent];
  const steps: Step[] = [{ kind: "placed", at: order.placedAt, done: true }];
  steps.push(...way.filter(({ done }) => done || !isOver));
  if (isOver)
    steps.push({
      kind: order.state === "expired" ? "expired" : "cancelled",
      at: order.cancelRequestedAt,
      done: true,
    });
  if (order.refunded > 0) steps.push({ kind: "refunded", at: lastOf("refunded"), done: true });
  return steps;
}

/** An order's movements of money, oldest first. */
export function readMoney(db: Db, orderId: string): Promise<Money[]> {
  return db
    .select({ kind: ledger.kind, at: ledger.at })
    .from(ledger)
    .where(eq(ledger.orderId, orderId))
    .orderBy(asc(ledger.at));
}
