import { and, eq, exists, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { orders, paymentAttempts, refunds } from "@/lib/db/schema";
import { fold } from "@/lib/text/fold";

export const listFilters = [
  "all",
  "to_ship",
  "awaiting",
  "authorised",
  "flagged",
  "charge_back",
  "refunding",
  "open",
  "shipped",
  "unpaid",
  "cancelled",
] as const;
export type ListFilter = (typeof listFilters)[number];

/** Shipped, and the money is not all there; written as the index `orders_unpaid` has it. */
export const shippedUnpaid = sql`${orders.state} = 'shipped' and ${orders.received} < ${orders.total} - ${orders.reduced}`;

/** Confirmed and not called off: somebody has to pack it. */
export const readyToShip = sql`${orders.state} = 'confirmed' and ${orders.cancelRequestedAt} is null`;

/** The orders of a filter; nothing for all of them. */
export function byFilter(db: Db, filter: ListFilter): SQL | undefined {
  switch (filter) {
    case "all":
      return undefined;
    case "to_ship":
      return readyToShip;
    case "awaiting":
      return and(eq(orders.state, "open"), withAttempt(db, "pending", "prepaid"));
    case "authorised":
      return and(eq(orders.state, "open"), withAttempt(db, "approved"));
    case "open":
      return eq(orders.state, "open");
    case "shipped":
      return eq(orders.state, "shipped");
    case "unpaid":
      return shippedUnpaid;
    case "flagged":
      return isNotNull(orders.flag);
    case "charge_back":
      return eq(orders.flag, "charge_back");
    case "refunding":
      return inArray(
        orders.id,
        db
          .select({ id: refunds.orderId })
          .from(refunds)
          .where(sql`${refunds.state} in ('requested', 'unclear', 'pending')`),
      );
    case "cancelled":
      return inArray(orders.state, ["cancelled", "expired"]);
    default:
      return filter satisfies never;
  }
}

function withAttempt(db: Db, state: "pending" | "approved", method?: string): SQL {
  return exists(
    db
      .select({ one: sql`1` })
      .from(paymentAttempts)
      .where(
        and(
          eq(paymentAttempts.orderId, orders.id),
          eq(paymentAttempts.state, state),
          method ? eq(paymentAttempts.method, method) : undefined,
        ),
      ),
  );
}

/**
 * What a person typed: words that all occur somewhere in number, name, company or e-mail, spelled as they like; or an
 * id of a payment as secuconnect writes it. Nothing for an empty search.
 */
export async function bySearch(db: Db, search: string): Promise<SQL | undefined> {
  const typed = search.trim().slice(0, 100);
  if (!typed) return undefined;
  const words = fold(typed).split(" ").filter(Boolean);
  // The folded words hold letters, digits, "@" and "." only: none of them is a pattern.
  const inText = words.map((word) => sql`${orders.searchText} like ${`%${word}%`}`);
  const ids = await ordersOfPayment(db, typed);
  if (ids.length === 0) return inText.length > 0 ? and(...inText) : sql`false`;
  return inArray(orders.id, ids);
}

/** The orders of a payment by its STX or PCI id, its TA code or transaction number, or the shop's own reference. */
async function ordersOfPayment(db: Db, typed: string): Promise<string[]> {
  const code = /^(?:TA\s*)?(\d{4,12})$/i.exec(typed)?.[1] ?? null;
  const id = /^(?:STX|PCI)_[\dA-Z]+$/i.test(typed) ? typed.toUpperCase() : null;
  const reference = /^[\w.-]{4,40}$/.test(typed) ? typed : null;
  const matches = [
    ...(id ? [sql`${paymentAttempts.stxId} = ${id}`, sql`${paymentAttempts.pciId} = ${id}`] : []),
    ...(code ? [sql`${paymentAttempts.transId} = ${code}`] : []),
    ...(reference ? [sql`${paymentAttempts.merchantRef} = ${reference}`] : []),
  ];
  if (matches.length === 0) return [];
  const rows = await db
    .selectDistinct({ id: paymentAttempts.orderId })
    .from(paymentAttempts)
    .where(sql.join(matches, sql` or `))
    .limit(50);
  return rows.map((row) => row.id);
}
