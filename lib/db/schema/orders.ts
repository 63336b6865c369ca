import { sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import {
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { products } from "@/lib/db/schema/catalog";
import { moment, money } from "@/lib/db/schema/columns";
import { customers } from "@/lib/db/schema/customers";
import { paymentLinks } from "@/lib/db/schema/links";
import type { Address, VatGroup } from "@/lib/db/schema/values";
import { cents, type VatPercent } from "@/lib/money";

/** open: waits for the payment. confirmed: may ship. The money itself is in `received` and `refunded`. */
export const orderState = pgEnum("order_state", ["open", "confirmed", "shipped", "cancelled", "expired"]);
export type OrderState = (typeof orderState.enumValues)[number];

/** Why a person has to look at the order. */
export const orderFlag = pgEnum("order_flag", [
  "amount_mismatch",
  "charge_back",
  "paid_not_deliverable",
  "second_payment",
]);
export type OrderFlag = (typeof orderFlag.enumValues)[number];

/** How the goods reach the buyer (api.md 6.6). */
export const deliveryKind = pgEnum("delivery_kind", ["shipping", "collection"]);
export type Delivery = (typeof deliveryKind.enumValues)[number];

/** Numbers that people see, drawn under the row's lock: a rollback or a killed process leaves no gap. */
export const counters = pgTable("counters", {
  name: text("name").primaryKey(),
  value: integer("value").notNull(),
});

export const orders = pgTable(
  "orders",
  {
    id: uuid("id").primaryKey(),
    number: text("number").notNull().unique(),
    token: text("token").notNull().unique(),
    formToken: text("form_token").notNull().unique(),
    pushSecret: text("push_secret").notNull(),
    locale: text("locale").$type<"de" | "en">().notNull(),
    email: text("email").notNull(),
    billing: jsonb("billing").$type<Address>().notNull(),
    shipping: jsonb("shipping").$type<Address>(),
    note: text("note"),
    total: money("total_cents").notNull(),
    vatGroups: jsonb("vat_groups").$type<VatGroup[]>().notNull(),
    couponCode: text("coupon_code"),
    state: orderState("state").notNull(),
    flag: orderFlag("flag"),
    received: money("received_cents").notNull(),
    refunded: money("refunded_cents").notNull(),
    /** Taken off the price before it was paid, e.g. of an invoice: no money moved, but less is owed (api.md 13.4). */
    reduced: money("reduced_cents").notNull().default(cents(0)),
    delivery: deliveryKind("delivery").notNull().default("shipping"),
    /** Where a collection is fetched, and the code the buyer shows there: secuconnect gives it with the payment. */
    pickupStore: text("pickup_store"),
    pickupCode: text("pickup_code"),
    shipment: jsonb("shipment").$type<{ carrier: string; trackingId: string; invoiceNumber: string }>(),
    /** Folded words the merchant finds the order by; see lib/text/fold.ts. */
    searchText: text("search_text").notNull().default(""),
    /** The payment link this order came from. */
    paymentLinkId: uuid("payment_link_id").references((): AnyPgColumn => paymentLinks.id),
    /** The remembered customer who placed it; empty again once forgotten. */
    customerId: uuid("customer_id").references(() => customers.id, { onDelete: "set null" }),
    version: integer("version").notNull().default(1),
    placedAt: moment("placed_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
    confirmedAt: moment("confirmed_at"),
    shippedAt: moment("shipped_at"),
    /** Somebody called the order off: it is no longer shipped or paid, and the work at secuconnect is done to its end. */
    cancelRequestedAt: moment("cancel_requested_at"),
  },
  (t) => [
    index("orders_newest").on(t.placedAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("orders_by_amount").on(t.total.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("orders_changed").on(t.updatedAt),
    index("orders_to_do").on(t.state, t.placedAt, t.id).where(sql`${t.state} in ('open', 'confirmed')`),
    index("orders_flagged").on(t.placedAt).where(sql`${t.flag} is not null`),
    index("orders_unpaid")
      .on(t.shippedAt)
      .where(sql`${t.state} = 'shipped' and ${t.received} < ${t.total} - ${t.reduced}`),
    index("orders_search").using("gin", sql`${t.searchText} gin_trgm_ops`),
    index("orders_of_link").on(t.paymentLinkId),
    index("orders_of_customer").on(t.customerId),
    check("orders_total_positive", sql`${t.total} > 0`),
    check("orders_pickup_store", sql`(${t.delivery} = 'collection') = (${t.pickupStore} is not null)`),
    check(
      "orders_sums_sane",
      sql`${t.received} >= 0 and ${t.refunded} >= 0 and ${t.refunded} <= ${t.received}`,
    ),
    check("orders_reduced_sane", sql`${t.reduced} >= 0 and ${t.reduced} <= ${t.total}`),
    index("orders_to_cancel")
      .on(t.cancelRequestedAt)
      .where(sql`${t.cancelRequestedAt} is not null and ${t.state} in ('open', 'confirmed')`),
  ],
);

export const lineType = pgEnum("line_type", ["article", "shipping", "coupon", "donation"]);

/** Frozen at placing: what was shown is what is charged. A coupon's amounts are positive and subtract (api.md 7.2). */
export const orderLines = pgTable(
  "order_lines",
  {
    orderId: uuid("order_id")
      .notNull()
      .references(() => orders.id),
    position: integer("position").notNull(),
    type: lineType("type").notNull(),
    sku: text("sku").references(() => products.sku),
    name: text("name").notNull(),
    quantity: integer("quantity").notNull(),
    unitPrice: money("unit_price_cents").notNull(),
    vatPercent: smallint("vat_percent").$type<VatPercent>().notNull(),
    total: money("total_cents").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orderId, t.position] }),
    check("order_lines_quantity", sql`${t.quantity} > 0`),
    check("order_lines_total", sql`${t.total} = ${t.quantity} * ${t.unitPrice} and ${t.unitPrice} >= 0`),
  ],
);

export type Order = typeof orders.$inferSelect;

export type OrderLine = typeof orderLines.$inferSelect;
