import { sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { check, index, jsonb, pgTable, smallint, text, uuid } from "drizzle-orm/pg-core";
import { moment, money } from "@/lib/db/schema/columns";
import { orders } from "@/lib/db/schema/orders";
import type { VatPercent } from "@/lib/money";

/** What a payment link asks for: a free amount, or articles. */
export type LinkItem = { sku: string; quantity: number };

/** A payment that the merchant asks for by a link. Opened and filled in by the buyer, it becomes an order. */
export const paymentLinks = pgTable(
  "payment_links",
  {
    id: uuid("id").primaryKey(),
    token: text("token").notNull().unique(),
    locale: text("locale").$type<"de" | "en">().notNull(),
    /** What it is for, as the buyer reads it. */
    text: text("text").notNull(),
    amount: money("amount_cents"),
    vatPercent: smallint("vat_percent").$type<VatPercent>(),
    items: jsonb("items").$type<LinkItem[]>(),
    /** The only way to pay, or empty: all that the shop offers. */
    method: text("method"),
    expiresAt: moment("expires_at"),
    endedAt: moment("ended_at"),
    /** The order it became; another one may follow only if that one lapsed or was cancelled. */
    orderId: uuid("order_id")
      .unique()
      .references((): AnyPgColumn => orders.id),
    createdBy: text("created_by").notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    index("payment_links_newest").on(t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    check("payment_links_amount_positive", sql`${t.amount} > 0`),
    check("payment_links_vat_known", sql`${t.vatPercent} in (0, 7, 19)`),
    check(
      "payment_links_one_of",
      sql`(${t.amount} is not null and ${t.vatPercent} is not null and ${t.items} is null) or (${t.amount} is null and ${t.items} is not null)`,
    ),
  ],
);

export type PaymentLink = typeof paymentLinks.$inferSelect;
