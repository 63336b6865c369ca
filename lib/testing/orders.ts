import { desc, eq } from "drizzle-orm";
import type { Context } from "@/lib/context";
import type { Db } from "@/lib/db/client";
import { type Order, orders, type PaymentAttempt, paymentAttempts } from "@/lib/db/schema";
import { type PlaceResult, placeOrder } from "@/lib/orders/place";
import { placeInput } from "@/lib/testing/context";

export type Found = { order: Order; attempt: PaymentAttempt };

/** The order with this token and its newest payment attempt. Throws when there is none. */
export async function readOrder(db: Db, token: string): Promise<Found> {
  const [row] = await db
    .select()
    .from(orders)
    .innerJoin(paymentAttempts, eq(paymentAttempts.orderId, orders.id))
    .where(eq(orders.token, token))
    .orderBy(desc(paymentAttempts.createdAt), desc(paymentAttempts.merchantRef));
  if (!row) throw new Error("no order");
  return { order: row.orders, attempt: row.payment_attempts };
}

/** Places an order as the checkout does. Throws when the shop refuses it. */
export async function placedOrder(
  ctx: Context,
  sku: string,
  over: Parameters<typeof placeInput>[1] = {},
): Promise<Extract<PlaceResult, { ok: true }> & Found> {
  const result = await placeOrder(ctx, placeInput(sku, over));
  if (!result.ok) throw new Error(result.reason);
  return { ...result, ...(await readOrder(ctx.db, result.token)) };
}
