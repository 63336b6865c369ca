import "server-only";
import { and, desc, eq, inArray, isNotNull, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { type Order, orders, type PaymentAttempt, paymentAttempts } from "@/lib/db/schema";

export const listFilters = ["all", "to_ship", "open", "shipped", "flagged", "cancelled"] as const;
export type ListFilter = (typeof listFilters)[number];

export type ListQuery = { search?: string; filter?: ListFilter; after?: string | null; pageSize?: number };

export type ListedOrder = Order & { attempt: Pick<PaymentAttempt, "method" | "state"> | null };

/**
 * Orders for the merchant, newest first, by keyset: each page starts behind the last order of the one before, so new
 * orders shift nothing and page 1000 costs what page 1 costs. An unreadable `after` is page one.
 */
export async function listOrders(
  db: Db,
  { search = "", filter = "all", after = null, pageSize = 50 }: ListQuery,
): Promise<{ orders: ListedOrder[]; next: string | null }> {
  const rows = await db
    .select()
    .from(orders)
    .where(and(byFilter(filter), bySearch(search), behind(after)))
    .orderBy(desc(orders.placedAt), desc(orders.id))
    .limit(pageSize + 1);
  const page = rows.slice(0, pageSize);
  const attempts = await newestAttempts(
    db,
    page.map((order) => order.id),
  );
  const last = rows.length > pageSize ? page.at(-1) : undefined;
  return {
    orders: page.map((order) => ({ ...order, attempt: attempts.get(order.id) ?? null })),
    next: last ? `${last.placedAt.getTime()}_${last.id}` : null,
  };
}

function byFilter(filter: ListFilter): SQL | undefined {
  switch (filter) {
    case "all":
      return undefined;
    case "to_ship":
      return eq(orders.state, "confirmed");
    case "open":
      return eq(orders.state, "open");
    case "shipped":
      return eq(orders.state, "shipped");
    case "flagged":
      return isNotNull(orders.flag);
    case "cancelled":
      return inArray(orders.state, ["cancelled", "expired"]);
    default:
      return filter satisfies never;
  }
}

/** Number, e-mail or name, anywhere in it; what a person types is never a pattern. */
function bySearch(search: string): SQL | undefined {
  const typed = search.trim().slice(0, 100);
  if (!typed) return undefined;
  const pattern = `%${typed.replace(/[\\%_]/g, "\\$&")}%`;
  return or(
    sql`${orders.number} ilike ${pattern}`,
    sql`${orders.email} ilike ${pattern}`,
    sql`concat_ws(' ', ${orders.billing}->>'forename', ${orders.billing}->>'surname') ilike ${pattern}`,
    sql`${orders.billing}->>'company' ilike ${pattern}`,
  );
}

function behind(after: string | null): SQL | undefined {
  const match = /^(\d{10,15})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(after ?? "");
  if (!match) return undefined;
  const placedAt = new Date(Number(match[1])).toISOString();
  return sql`(${orders.placedAt}, ${orders.id}) < (${placedAt}::timestamptz, ${match[2]}::uuid)`;
}

async function newestAttempts(db: Db, orderIds: string[]) {
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
