import { type SQL, sql } from "drizzle-orm";
import { type Order, orders } from "@/lib/db/schema";

export const listSorts = ["newest", "oldest", "amount"] as const;
export type ListSort = (typeof listSorts)[number];

/** Where a page begins: behind the order of the cursor, or before it (then it is read backwards). */
export type Place = { direction: "after" | "before"; cursor: string };

/** The columns an order of the list is sorted by; ids make it unique. Written as the indexes have them. */
export function sorting(sort: ListSort, backwards: boolean): SQL {
  const down = (sort === "oldest") === backwards;
  const first = sort === "amount" ? orders.total : orders.placedAt;
  return down ? sql`${first} desc, ${orders.id} desc` : sql`${first} asc, ${orders.id} asc`;
}

/** The place of an order in a list as text for an address. */
export function cursorOf(sort: ListSort, order: Pick<Order, "id" | "placedAt" | "total">): string {
  return `${sort === "amount" ? order.total : order.placedAt.getTime()}_${order.id}`;
}

/** The condition for orders beyond a cursor; nothing for one that cannot be read. */
export function beyond(sort: ListSort, place: Place | null): SQL | undefined {
  const match = /^(\d{1,15})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(place?.cursor ?? "");
  const value = Number(match?.[1]);
  if (!place || !match || value > 8.64e15) return undefined;
  const smaller = (sort === "oldest") === (place.direction === "before");
  const sign = sql.raw(smaller ? "<" : ">");
  if (sort === "amount") {
    if (value > 2_147_483_647) return undefined;
    return sql`(${orders.total}, ${orders.id}) ${sign} (${value}::int, ${match[2]}::uuid)`;
  }
  const at = new Date(value).toISOString();
  return sql`(${orders.placedAt}, ${orders.id}) ${sign} (${at}::timestamptz, ${match[2]}::uuid)`;
}
