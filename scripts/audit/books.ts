import type {
  AttemptFact,
  HoldFact,
  LedgerFact,
  LineFact,
  OrderFact,
  PaymentFact,
  SecuconnectFacts,
  ShopFacts,
  TransactionFact,
} from "./facts";

/** All that the shop holds of one order. */
export type OrderBooks = {
  order: OrderFact;
  lines: LineFact[];
  attempts: AttemptFact[];
  ledger: LedgerFact[];
  holds: HoldFact[];
  owed: string[];
};

/** Both sides, arranged by order and by attempt. */
export type Books = {
  orders: OrderBooks[];
  /** The transactions of an attempt; one by rights. */
  transactionsOf: (attempt: AttemptFact) => TransactionFact[];
  paymentsOf: (attempt: AttemptFact) => PaymentFact[];
};

/** Arranges the facts; nothing is judged here. */
export function arrange(shop: ShopFacts, secuconnect: SecuconnectFacts): Books {
  const lines = groupBy(shop.lines, ({ orderId }) => orderId);
  const attempts = groupBy(shop.attempts, ({ orderId }) => orderId);
  const ledger = groupBy(shop.ledger, ({ orderId }) => orderId);
  const holds = groupBy(shop.holds, ({ orderId }) => orderId);
  const outbox = groupBy(shop.outbox, ({ orderId }) => orderId);
  const byRef = groupBy(secuconnect.transactions, ({ merchantRef }) => merchantRef ?? "");
  const transactionsOf = ({ merchantRef }: AttemptFact) => byRef.get(merchantRef) ?? [];
  return {
    orders: shop.orders.map((order) => ({
      order,
      lines: lines.get(order.id) ?? [],
      attempts: attempts.get(order.id) ?? [],
      ledger: ledger.get(order.id) ?? [],
      holds: holds.get(order.id) ?? [],
      owed: (outbox.get(order.id) ?? []).map(({ kind }) => kind),
    })),
    transactionsOf,
    paymentsOf: (attempt) => transactionsOf(attempt).flatMap(({ payments }) => payments),
  };
}

/** The items under each key, in their order. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
