import { eq } from "drizzle-orm";
import type { Db, Tx } from "@/lib/db/client";
import { type Order, orders } from "@/lib/db/schema";

/** The order number in what a person typed ("k 10001", "Bestellung K-10001 vom Montag", "10001"); null without one. */
export function orderNumberIn(text: string): string | null {
  const digits = /(?:^|[^\p{L}])k[\s\-–_]*(\d{4,9})(?!\d)/iu.exec(text) ?? /^\D{0,3}(\d{4,9})\s*$/.exec(text);
  return digits ? `K-${digits[1]}` : null;
}

/** The order with this number, if it was placed with this e-mail address. Never tell a stranger which of the two is wrong. */
export async function findOrderOf(db: Db | Tx, reference: string, email: string): Promise<Order | null> {
  const number = orderNumberIn(reference);
  if (!number) return null;
  const [order] = await db.select().from(orders).where(eq(orders.number, number));
  return order && sameAddress(order.email, email) ? order : null;
}

const sameAddress = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();
