import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { moment, money } from "@/lib/db/schema/columns";
import { orders } from "@/lib/db/schema/orders";
import type { TransferDetails } from "@/lib/db/schema/values";

/**
 * new: nothing known to exist at secuconnect (a create may be under way). created: exists, the buyer may be paying.
 * accepted: may ship. refunded: accepted once, then void.
 */
export const attemptState = pgEnum("attempt_state", [
  "new",
  "created",
  "approved",
  "pending",
  "accepted",
  "issue",
  "refunded",
  "failed",
  "cancelled",
]);
export type AttemptState = (typeof attemptState.enumValues)[number];

export const attemptFlow = pgEnum("attempt_flow", ["hosted", "own"]);

export const paymentAttempts = pgTable(
  "payment_attempts",
  {
    id: uuid("id").primaryKey(),
    orderId: uuid("order_id")
      .notNull()
      .references(() => orders.id),
    merchantRef: text("merchant_ref").notNull().unique(),
    method: text("method").notNull(),
    flow: attemptFlow("flow").notNull(),
    state: attemptState("state").notNull(),
    amount: money("amount_cents").notNull(),
    stxId: text("stx_id").unique(),
    pciId: text("pci_id").unique(),
    transId: text("trans_id"),
    payUrl: text("pay_url"),
    transfer: jsonb("transfer").$type<TransferDetails>(),
    simpleStatus: integer("simple_status"),
    /** When money came in that is not the whole yet; secuconnect tells no amount (api.md 12). */
    partReceivedAt: moment("part_received_at"),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
    lastCheckedAt: moment("last_checked_at"),
    checks: integer("checks").notNull().default(0),
    /** Set right before the create leaves the house: from then on the reference is looked up before anything is sent again. */
    createSentAt: moment("create_sent_at"),
    /** Until then one request or job is carrying out the calls of this attempt. */
    leaseUntil: moment("lease_until"),
  },
  (t) => [
    uniqueIndex("payment_attempts_one_open")
      .on(t.orderId)
      .where(sql`${t.state} in ('new', 'created', 'approved', 'pending')`),
    index("payment_attempts_of_order").on(t.orderId, t.createdAt),
    index("payment_attempts_trans_id").on(t.transId),
    index("payment_attempts_to_check").on(t.state, t.lastCheckedAt),
    check("payment_attempts_amount_positive", sql`${t.amount} > 0`),
  ],
);

export const eventSource = pgEnum("event_source", ["place", "return", "push", "poll", "admin", "sweep"]);
export type EventSource = (typeof eventSource.enumValues)[number];

/** What happened, append-only: each call, push and state change. `raw` holds no personal data. */
export const paymentEvents = pgTable(
  "payment_events",
  {
    id: uuid("id").primaryKey(),
    orderId: uuid("order_id").references(() => orders.id),
    attemptId: uuid("attempt_id").references(() => paymentAttempts.id),
    at: moment("at").notNull(),
    source: eventSource("source").notNull(),
    kind: text("kind").$type<"call" | "push" | "state" | "ignored" | "note">().notNull(),
    summary: text("summary").notNull(),
    pspEventId: text("psp_event_id").unique(),
    supportId: text("support_id"),
    raw: jsonb("raw"),
  },
  (t) => [
    index("payment_events_of_order").on(t.orderId, t.at),
    index("payment_events_pushes").on(t.at.desc().nullsFirst()).where(sql`${t.kind} = 'push'`),
  ],
);

/** refund_failed takes back a refund that was booked and did not get through (api.md 13.4). */
export const ledgerKind = pgEnum("ledger_kind", ["received", "refunded", "refund_failed"]);

/** Money that moved, in positive cents; the order's sums are derived from here. */
export const ledger = pgTable(
  "ledger",
  {
    id: uuid("id").primaryKey(),
    orderId: uuid("order_id")
      .notNull()
      .references(() => orders.id),
    attemptId: uuid("attempt_id")
      .notNull()
      .references(() => paymentAttempts.id),
    kind: ledgerKind("kind").notNull(),
    amount: money("amount_cents").notNull(),
    pspId: text("psp_id").notNull(),
    at: moment("at").notNull(),
  },
  (t) => [
    unique("ledger_once_per_psp_id").on(t.kind, t.pspId),
    index("ledger_of_order").on(t.orderId),
    check("ledger_amount_positive", sql`${t.amount} > 0`),
  ],
);

export type PaymentAttempt = typeof paymentAttempts.$inferSelect;

export type PaymentEvent = typeof paymentEvents.$inferSelect;
