import { sql } from "drizzle-orm";
import { check, index, jsonb, pgEnum, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { moment, money } from "@/lib/db/schema/columns";
import { orders } from "@/lib/db/schema/orders";
import { paymentAttempts } from "@/lib/db/schema/payments";

/**
 * requested: the call is about to leave or under way. unclear: no answer came, it may have happened. pending: secuconnect
 * has it, the bank not yet. The first two are open: nothing more is refunded of the order until they are settled.
 */
export const refundState = pgEnum("refund_state", ["requested", "unclear", "pending", "done", "failed"]);
export type RefundState = (typeof refundState.enumValues)[number];

export type RefundedLine = { position: number; quantity: number };

/** Refunds asked for in this shop; the money itself is in the ledger, as are refunds made elsewhere. */
export const refunds = pgTable(
  "refunds",
  {
    id: uuid("id").primaryKey(),
    orderId: uuid("order_id")
      .notNull()
      .references(() => orders.id),
    attemptId: uuid("attempt_id")
      .notNull()
      .references(() => paymentAttempts.id),
    amount: money("amount_cents").notNull(),
    lines: jsonb("lines").$type<RefundedLine[]>(),
    reason: text("reason").notNull(),
    requestedBy: text("requested_by").notNull(),
    state: refundState("state").notNull(),
    /** The refund's Payment Transaction; stays empty when the amount was lowered before any money moved. */
    pspId: text("psp_id").unique(),
    /** What was left and which refunds there were right before: they tell later whether a lost call happened. */
    leftBefore: money("left_before_cents").notNull(),
    knownBefore: jsonb("known_before").$type<string[]>().notNull(),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
    /** When secuconnect's answer came. */
    answeredAt: moment("answered_at"),
    /** After that a call without an answer has either happened or never will. */
    leaseUntil: moment("lease_until").notNull(),
  },
  (t) => [
    uniqueIndex("refunds_one_open").on(t.orderId).where(sql`${t.state} in ('requested', 'unclear')`),
    index("refunds_unsettled").on(t.createdAt).where(sql`${t.state} in ('requested', 'unclear', 'pending')`),
    index("refunds_of_order").on(t.orderId, t.createdAt),
    index("refunds_of_attempt").on(t.attemptId),
    check("refunds_amount", sql`${t.amount} > 0 and ${t.amount} <= ${t.leftBefore}`),
  ],
);

export type Refund = typeof refunds.$inferSelect;
