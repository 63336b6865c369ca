import "server-only";
import { and, asc, count, desc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import {
  type Address,
  type Order,
  orders,
  outbox,
  type RefundState,
  refunds,
  type Withdrawal,
  withdrawals,
} from "@/lib/db/schema";
import { type DeadLetter, listDeadLetters } from "@/lib/jobs/dead-letters";
import { type Cents, cents } from "@/lib/money";
import { byFilter, type ListFilter } from "@/lib/orders/admin-filter";
import { type LowStock, lowStock } from "@/lib/reports/low-stock";

/** An order in a list of things to do. `since`: from when on it waits. */
export type WaitingOrder = Pick<Order, "id" | "number" | "flag" | "delivery"> & {
  name: string;
  total: Cents;
  since: Date;
};

/** How many there are in all, and the first of them. */
export type Some<T> = { count: number; first: T[] };

export type WaitingRefund = {
  orderId: string;
  number: string;
  amount: Cents;
  state: RefundState;
  since: Date;
};

export type Today = {
  toShip: Some<WaitingOrder>;
  flagged: Some<WaitingOrder>;
  authorised: Some<WaitingOrder>;
  awaiting: Some<WaitingOrder>;
  refunds: Some<WaitingRefund>;
  withdrawals: Some<Withdrawal>;
  lowStock: Some<LowStock>;
  deadLetters: Some<DeadLetter>;
  deadMails: number;
};

const shown = 5;

/** All that waits for the merchant, the longest waiting first. */
export async function readToday(db: Db): Promise<Today> {
  const deadLetters = await listDeadLetters(db);
  return {
    toShip: await waitingOrders(db, "to_ship", orders.confirmedAt),
    flagged: await waitingOrders(db, "flagged"),
    authorised: await waitingOrders(db, "authorised"),
    awaiting: await waitingOrders(db, "awaiting"),
    refunds: await waitingRefunds(db),
    withdrawals: await openWithdrawals(db, shown),
    lowStock: await lowStock(db, shown),
    deadLetters: { count: deadLetters.length, first: deadLetters.slice(0, shown) },
    deadMails: await countDeadMails(db),
  };
}

async function waitingOrders(
  db: Db,
  filter: ListFilter,
  since: typeof orders.confirmedAt | typeof orders.placedAt = orders.placedAt,
): Promise<Some<WaitingOrder>> {
  const rows = await db
    .select({
      id: orders.id,
      number: orders.number,
      flag: orders.flag,
      delivery: orders.delivery,
      billing: orders.billing,
      total: orders.total,
      placedAt: orders.placedAt,
      since,
      count: inAll,
    })
    .from(orders)
    .where(byFilter(db, filter))
    .orderBy(asc(orders.placedAt), asc(orders.id))
    .limit(shown);
  const first = rows.map(({ billing, placedAt, since: from, count: _, ...row }) => ({
    ...row,
    name: nameOf(billing),
    since: from ?? placedAt,
  }));
  return { count: rows[0]?.count ?? 0, first };
}

const inAll: SQL<number> = sql`count(*) over ()`.mapWith(Number);

const nameOf = ({ company, forename, surname }: Address) => company || `${forename} ${surname}`;

async function waitingRefunds(db: Db): Promise<Some<WaitingRefund>> {
  const rows = await db
    .select({
      orderId: refunds.orderId,
      number: orders.number,
      amount: refunds.amount,
      state: refunds.state,
      since: refunds.createdAt,
      count: inAll,
    })
    .from(refunds)
    .innerJoin(orders, eq(orders.id, refunds.orderId))
    .where(sql`${refunds.state} in ('requested', 'unclear', 'pending')`)
    .orderBy(asc(refunds.createdAt))
    .limit(shown);
  const first = rows.map(({ count: _, ...row }) => ({ ...row, amount: cents(row.amount) }));
  return { count: rows[0]?.count ?? 0, first };
}

/** Withdrawals nobody has settled yet, the oldest first. */
export async function openWithdrawals(db: Db, limit: number): Promise<Some<Withdrawal>> {
  const open = isNull(withdrawals.settledAt);
  const [all] = await db.select({ count: count() }).from(withdrawals).where(open);
  const first = await db
    .select()
    .from(withdrawals)
    .where(open)
    .orderBy(asc(withdrawals.receivedAt))
    .limit(limit);
  return { count: all?.count ?? 0, first };
}

/** Withdrawals of one order, the newest first. */
export function withdrawalsOf(db: Db, orderId: string): Promise<Withdrawal[]> {
  return db
    .select()
    .from(withdrawals)
    .where(eq(withdrawals.orderId, orderId))
    .orderBy(desc(withdrawals.receivedAt));
}

async function countDeadMails(db: Db): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(outbox)
    .where(and(isNotNull(outbox.deadAt), isNull(outbox.sentAt)));
  return row?.count ?? 0;
}

/** Whether nothing at all waits for the merchant. */
export function nothingToDo({ deadMails, ...lists }: Today): boolean {
  return deadMails === 0 && Object.values(lists).every(({ count: waiting }) => waiting === 0);
}
