import "server-only";
import { and, desc, inArray, max, type SQL } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { type Order, orders, type PaymentAttempt, paymentAttempts } from "@/lib/db/schema";
import { beyond, cursorOf, type ListSort, type Place, sorting } from "@/lib/orders/admin-cursor";
import { byFilter, bySearch, type ListFilter } from "@/lib/orders/admin-filter";

export type ListQuery = {
  search?: string;
  filter?: ListFilter;
  sort?: ListSort;
  place?: Place | null;
  pageSize?: number;
};

export type ListedOrder = Order & { attempt: Pick<PaymentAttempt, "method" | "state"> | null };

/** A page of orders and the cursors of its neighbours; null where there is none. */
export type OrderPage = { orders: ListedOrder[]; next: string | null; previous: string | null };

/**
 * Orders for the merchant by keyset: each page starts behind the last order of the one before, so new orders shift
 * nothing and page 1000 costs what page 1 costs. A place that cannot be read is page one.
 */
export async function listOrders(db: Db, query: ListQuery): Promise<OrderPage> {
  const { sort = "newest", place = null, pageSize = 50 } = query;
  const beyondPlace = beyond(sort, place);
  const backwards = beyondPlace !== undefined && place?.direction === "before";
  const rows = await select(db, query, await bySearch(db, query.search ?? ""));
  const more = rows.length > pageSize;
  const page = rows.slice(0, pageSize);
  if (backwards) page.reverse();
  const attempts = await newestAttempts(
    db,
    page.map((order) => order.id),
  );
  const cursor = (order: Order | undefined) => (order ? cursorOf(sort, order) : null);
  return {
    orders: page.map((order) => ({ ...order, attempt: attempts.get(order.id) ?? null })),
    next: more || backwards ? cursor(page.at(-1)) : null,
    previous: beyondPlace && (more || !backwards) ? cursor(page[0]) : null,
  };
}

function select(
  db: Db,
  { filter = "all", sort = "newest", place = null, pageSize = 50 }: ListQuery,
  found?: SQL,
) {
  const beyondPlace = beyond(sort, place);
  const backwards = beyondPlace !== undefined && place?.direction === "before";
  return db
    .select()
    .from(orders)
    .where(and(byFilter(db, filter), found, beyondPlace))
    .orderBy(sorting(sort, backwards))
    .limit(pageSize + 1);
}

/** The statement behind a page, for looking at its plan. */
export async function listStatement(db: Db, query: ListQuery): Promise<SQL> {
  return select(db, query, await bySearch(db, query.search ?? "")).getSQL();
}

/** The method and state of each order's newest payment attempt. */
export async function newestAttempts(db: Db, orderIds: string[]) {
  if (orderIds.length === 0) return new Map<string, Pick<PaymentAttempt, "method" | "state">>();
  const rows = await db
    .selectDistinctOn([paymentAttempts.orderId], {
      orderId: paymentAttempts.orderId,
      method: paymentAttempts.method,
      state: paymentAttempts.state,
    })
    .from(paymentAttempts)
    .where(inArray(paymentAttempts.orderId, orderIds))
    .orderBy(paymentAttempts.orderId, desc(paymentAttempts.createdAt));
  return new Map(rows.map(({ orderId, ...attempt }) => [orderId, attempt]));
}

/** When anything last changed about any order, so that an open list notices news; null without orders. */
export async function lastChange(db: Db): Promise<Date | null> {
  const [row] = await db.select({ at: max(orders.updatedAt) }).from(orders);
  return row?.at ?? null;
}
