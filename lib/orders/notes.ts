import "server-only";
import { desc, eq, sql } from "drizzle-orm";
import type { Context } from "@/lib/context";
import type { Db } from "@/lib/db/client";
import { type OrderNote, orderNotes, orders } from "@/lib/db/schema";

/** Longest internal note, in characters. */
export const noteLength = 2000;

/** Keeps what one of the merchant's people wants the others to know; never shown to the buyer. */
export function addNote(
  ctx: Context,
  orderId: string,
  text: string,
  admin: { email: string },
): Promise<{ ok: true } | { ok: false; reason: "not_found" }> {
  return ctx.db.transaction(async (tx) => {
    const now = ctx.now();
    const [order] = await tx
      .update(orders)
      .set({ version: sql`${orders.version} + 1`, updatedAt: now })
      .where(eq(orders.id, orderId))
      .returning({ id: orders.id });
    if (!order) return { ok: false, reason: "not_found" };
    await tx
      .insert(orderNotes)
      .values({ id: ctx.newId(), orderId, author: admin.email, text, createdAt: now });
    return { ok: true };
  });
}

/** The internal notes of an order, the newest first. */
export function listNotes(db: Db, orderId: string): Promise<OrderNote[]> {
  return db
    .select()
    .from(orderNotes)
    .where(eq(orderNotes.orderId, orderId))
    .orderBy(desc(orderNotes.createdAt), desc(orderNotes.id));
}
