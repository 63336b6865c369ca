import { index, jsonb, pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytes, moment } from "@/lib/db/schema/columns";
import { orders } from "@/lib/db/schema/orders";

export const documentKind = pgEnum("document_kind", ["invoice", "credit_note", "delivery_note"]);
export type DocumentKind = (typeof documentKind.enumValues)[number];

/**
 * Documents given out, frozen: the number is drawn and the content stored in one transaction, the files are made of
 * the content afterwards. `cause` says what it is for: the order, a refund's ledger entry, a shipping note.
 */
export const documents = pgTable(
  "documents",
  {
    id: uuid("id").primaryKey(),
    orderId: uuid("order_id")
      .notNull()
      .references(() => orders.id),
    kind: documentKind("kind").notNull(),
    cause: text("cause").notNull(),
    number: text("number").notNull().unique(),
    issuedAt: moment("issued_at").notNull(),
    content: jsonb("content").$type<unknown>().notNull(),
    pdf: bytes("pdf"),
    xml: text("xml"),
    /** Document Upload at secuconnect (api.md 17), and when it was assigned to the payment. */
    uploadId: text("upload_id"),
    assignedAt: moment("assigned_at"),
  },
  (t) => [unique("documents_once").on(t.orderId, t.kind, t.cause)],
);

/** A part of an order that was sent. The order counts as shipped when everything was. */
export const shippingNotes = pgTable(
  "shipping_notes",
  {
    id: uuid("id").primaryKey(),
    orderId: uuid("order_id")
      .notNull()
      .references(() => orders.id),
    carrier: text("carrier").notNull(),
    trackingId: text("tracking_id").notNull(),
    lines: jsonb("lines").$type<{ position: number; quantity: number }[]>().notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [index("shipping_notes_of_order").on(t.orderId, t.createdAt)],
);

/** What the merchant's people tell each other about an order. */
export const orderNotes = pgTable(
  "order_notes",
  {
    id: uuid("id").primaryKey(),
    orderId: uuid("order_id")
      .notNull()
      .references(() => orders.id),
    author: text("author").notNull(),
    text: text("text").notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [index("order_notes_of_order").on(t.orderId, t.createdAt)],
);

/** Withdrawals as they were declared (§356a BGB), kept whether or not the order could be found. */
export const withdrawals = pgTable("withdrawals", {
  id: uuid("id").primaryKey(),
  /** Made when the form was shown: a second click is the same declaration. */
  formToken: text("form_token").notNull().unique(),
  orderId: uuid("order_id").references(() => orders.id),
  locale: text("locale").$type<"de" | "en">().notNull(),
  name: text("name").notNull(),
  orderReference: text("order_reference").notNull(),
  email: text("email").notNull(),
  message: text("message"),
  receivedAt: moment("received_at").notNull(),
  settledAt: moment("settled_at"),
});

export type StoredDocument = typeof documents.$inferSelect;
export type ShippingNote = typeof shippingNotes.$inferSelect;
export type OrderNote = typeof orderNotes.$inferSelect;
export type Withdrawal = typeof withdrawals.$inferSelect;
