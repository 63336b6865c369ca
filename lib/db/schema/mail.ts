import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { moment } from "@/lib/db/schema/columns";
import { orders } from "@/lib/db/schema/orders";

/**
 * Mails owed to people, written in the transaction that causes them; at most one of a kind per order. One that belongs
 * to no order carries all it needs in `payload` and has a kind of its own, such as `withdrawal:<id>`.
 */
export const outbox = pgTable(
  "outbox",
  {
    id: uuid("id").primaryKey(),
    orderId: uuid("order_id").references(() => orders.id),
    kind: text("kind").notNull(),
    /** Who gets it; empty: the order's buyer. `merchant` is the shop itself. */
    recipient: text("recipient"),
    /** What the mail says beyond the order. */
    payload: jsonb("payload").$type<Record<string, unknown>>(),
    createdAt: moment("created_at").notNull(),
    sentAt: moment("sent_at"),
    attempts: integer("attempts").notNull().default(0),
    nextTryAt: moment("next_try_at"),
    lastError: text("last_error"),
    /** Given up after too many tries, until a person asks for another one. */
    deadAt: moment("dead_at"),
    messageId: text("message_id"),
  },
  (t) => [
    unique("outbox_once").on(t.orderId, t.kind),
    uniqueIndex("outbox_once_without_order").on(t.kind).where(sql`${t.orderId} is null`),
    index("outbox_waiting").on(t.nextTryAt).where(sql`${t.sentAt} is null and ${t.deadAt} is null`),
    index("outbox_dead").on(t.deadAt).where(sql`${t.deadAt} is not null`),
    check("outbox_of_something", sql`${t.orderId} is not null or ${t.payload} is not null`),
  ],
);

export type OutboxMail = typeof outbox.$inferSelect;
