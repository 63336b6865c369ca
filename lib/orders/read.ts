import { desc, eq } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import {
  type Order,
  type OrderLine,
  orderLines,
  orders,
  type PaymentAttempt,
  paymentAttempts,
} from "@/lib/db/schema";

export type OrderView = { order: Order; lines: OrderLine[]; attempt: PaymentAttempt };

/** An order with its frozen lines and its latest payment attempt; null for an unknown token. */
export async function readOrderByToken(db: Db, token: string): Promise<OrderView | null> {
  if (!/^[\w-]{16,64}$/.test(token)) return null;
  const [order] = await db.select().from(orders).where(eq(orders.token, token));
  if (!order) return null;
  const lines = await db
    .select()
    .from(orderLines)
    .where(eq(orderLines.orderId, order.id))
    .orderBy(orderLines.position);
  const [attempt] = await db
    .select()
    .from(paymentAttempts)
    .where(eq(paymentAttempts.orderId, order.id))
    .orderBy(desc(paymentAttempts.createdAt))
    .limit(1);
  if (!attempt) throw new Error(`order ${order.number} has no payment attempt`);
  return { order, lines, attempt };
}
