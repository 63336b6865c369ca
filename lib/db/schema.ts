import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { type Cents, cents, type VatPercent } from "@/lib/money";

/** A text in both languages of the shop. */
export type Localized = { de: string; en: string };

export type Address = {
  company?: string | undefined;
  forename: string;
  surname: string;
  street: string;
  streetNumber: string;
  addition?: string | undefined;
  postalCode: string;
  city: string;
  country: string;
};

/** Gross amount of one VAT rate and what of it is net and VAT, in cents. */
export type VatGroup = { percent: VatPercent; gross: Cents; net: Cents; vat: Cents };

/** Where the buyer transfers the money to, exactly as secuconnect said it (api.md 16.1). */
export type TransferDetails = { owner: string; iban: string; bic: string; bankname: string; purpose: string };

export type UnitPrice = { amount: number; unit: "ml" | "g"; per: number };
export type ProductImage = { file: string; width: number; height: number; alt: Localized; dominant: string };

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
const money = (name: string) => integer(name).$type<Cents>();

export const products = pgTable(
  "products",
  {
    sku: text("sku").primaryKey(),
    slug: text("slug").notNull().unique(),
    category: text("category").notNull(),
    name: jsonb("name").$type<Localized>().notNull(),
    summary: jsonb("summary").$type<Localized>().notNull(),
    description: jsonb("description").$type<Localized>().notNull(),
    price: money("price_cents").notNull(),
    vatPercent: smallint("vat_percent").$type<VatPercent>().notNull(),
    stock: integer("stock").notNull(),
    reserved: integer("reserved").notNull().default(0),
    unitPrice: jsonb("unit_price").$type<UnitPrice>(),
    image: jsonb("image").$type<ProductImage>().notNull(),
    position: integer("position").notNull().default(0),
    active: boolean("active").notNull().default(true),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
  },
  (t) => [
    check("products_price_positive", sql`${t.price} > 0`),
    check("products_stock_covers_reserved", sql`${t.reserved} >= 0 and ${t.stock} >= ${t.reserved}`),
    check("products_vat_known", sql`${t.vatPercent} in (0, 7, 19)`),
  ],
);

export const coupons = pgTable(
  "coupons",
  {
    code: text("code").primaryKey(),
    amount: money("amount_cents").notNull(),
    minimum: money("minimum_cents").notNull(),
    validUntil: moment("valid_until"),
    maxUses: integer("max_uses"),
    uses: integer("uses").notNull().default(0),
    active: boolean("active").notNull().default(true),
  },
  (t) => [
    check("coupons_amount_positive", sql`${t.amount} > 0`),
    check(
      "coupons_uses_limited",
      sql`${t.uses} >= 0 and (${t.maxUses} is null or ${t.uses} <= ${t.maxUses})`,
    ),
  ],
);

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
    version: integer("version").notNull().default(1),
    placedAt: moment("placed_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
    confirmedAt: moment("confirmed_at"),
    shippedAt: moment("shipped_at"),
    /** Somebody called the order off: it is no longer shipped or paid, and the work at secuconnect is done to its end. */
    cancelRequestedAt: moment("cancel_requested_at"),
  },
  (t) => [
    index("orders_newest").on(t.placedAt.desc(), t.id.desc()),
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
  (t) => [index("payment_events_of_order").on(t.orderId, t.at)],
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
    index("refunds_of_order").on(t.orderId, t.createdAt),
    index("refunds_of_attempt").on(t.attemptId),
    check("refunds_amount", sql`${t.amount} > 0 and ${t.amount} <= ${t.leftBefore}`),
  ],
);

export const holdState = pgEnum("hold_state", ["held", "consumed", "released"]);

export const stockHolds = pgTable(
  "stock_holds",
  {
    orderId: uuid("order_id")
      .notNull()
      .references(() => orders.id),
    sku: text("sku")
      .notNull()
      .references(() => products.sku),
    quantity: integer("quantity").notNull(),
    state: holdState("state").notNull(),
    until: moment("until").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orderId, t.sku] }),
    index("stock_holds_due").on(t.until).where(sql`${t.state} = 'held'`),
    check("stock_holds_quantity", sql`${t.quantity} > 0`),
  ],
);

/** Side effects owed to people, written in the transaction that causes them; at most one of a kind per order. */
export const outbox = pgTable(
  "outbox",
  {
    id: uuid("id").primaryKey(),
    orderId: uuid("order_id")
      .notNull()
      .references(() => orders.id),
    kind: text("kind").notNull(),
    createdAt: moment("created_at").notNull(),
    sentAt: moment("sent_at"),
    attempts: integer("attempts").notNull().default(0),
    nextTryAt: moment("next_try_at"),
    lastError: text("last_error"),
  },
  (t) => [unique("outbox_once").on(t.orderId, t.kind)],
);

export const adminRole = pgEnum("admin_role", ["owner", "staff"]);

export const adminUsers = pgTable("admin_users", {
  id: uuid("id").primaryKey(),
  email: text("email").notNull().unique(),
  passwordHash: text("password_hash").notNull(),
  role: adminRole("role").notNull(),
  sessionVersion: integer("session_version").notNull().default(1),
  createdAt: moment("created_at").notNull(),
});

export type Product = typeof products.$inferSelect;
export type Coupon = typeof coupons.$inferSelect;
export type Order = typeof orders.$inferSelect;
export type OrderLine = typeof orderLines.$inferSelect;
export type PaymentAttempt = typeof paymentAttempts.$inferSelect;
export type PaymentEvent = typeof paymentEvents.$inferSelect;
export type Refund = typeof refunds.$inferSelect;
export type AdminUser = typeof adminUsers.$inferSelect;
