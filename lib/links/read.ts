import { eq } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { type Order, orders, type PaymentLink, paymentLinks } from "@/lib/db/schema";

/** A payment link with the order it became last. */
export type LinkView = { link: PaymentLink; order: Order | null };

/** The payment link with this token, as the buyer's address carries it; null for an unknown one. */
export async function findLinkByToken(db: Db, token: string): Promise<LinkView | null> {
  if (!/^[\w-]{16,64}$/.test(token)) return null;
  const [found] = await db
    .select({ link: paymentLinks, order: orders })
    .from(paymentLinks)
    .leftJoin(orders, eq(orders.id, paymentLinks.orderId))
    .where(eq(paymentLinks.token, token));
  return found ?? null;
}

/** The payment link with this id, for the merchant; null for an unknown one. */
export async function findLinkById(db: Db, id: string): Promise<LinkView | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  const [found] = await db
    .select({ link: paymentLinks, order: orders })
    .from(paymentLinks)
    .leftJoin(orders, eq(orders.id, paymentLinks.orderId))
    .where(eq(paymentLinks.id, id));
  return found ?? null;
}
