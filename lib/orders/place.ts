import { eq, sql } from "drizzle-orm";
import type { PricedBasket } from "@/lib/basket/types";
import type { Context } from "@/lib/context";
import { rememberCustomer, renewToken } from "@/lib/customers/remember";
import type { Tx } from "@/lib/db/client";
import {
  type Address,
  counters,
  type Delivery,
  type Order,
  orderLines,
  orders,
  paymentAttempts,
} from "@/lib/db/schema";
import { claimLink, LinkTakenError } from "@/lib/links/claim";
import { cents } from "@/lib/money";
import { CouponUsedUpError, redeemCoupon } from "@/lib/orders/coupon-use";
import { orderSearchText } from "@/lib/orders/search-text";
import { beginPayment, type NextStep } from "@/lib/payments/begin";
import type { DebitAccount } from "@/lib/payments/carry-out";
import { owe } from "@/lib/payments/effects";
import { faultPoint } from "@/lib/payments/fault-points";
import { record } from "@/lib/payments/history";
import type { PaymentMethod } from "@/lib/payments/methods";
import { newAttempt } from "@/lib/payments/pay-again";
import { holdUntil } from "@/lib/payments/policy";
import { holdStock, OutOfStockError } from "@/lib/stock/holds";

export type PlaceInput = {
  /** Made when the form was shown: a second click with the same one is the same order. */
  formToken: string;
  locale: "de" | "en";
  email: string;
  billing: Address;
  shipping: Address | null;
  /** collection: the buyer fetches the goods from the shop's store; it must have one. */
  delivery: Delivery;
  note: string | null;
  method: PaymentMethod;
  /** For a direct debit on the shop's own page; handed on to the payment and not stored. */
  bankAccount?: DebitAccount | null;
  /** The device's token of a buyer who agreed to be remembered. */
  remember?: string | null;
  priced: PricedBasket;
  /** The payment link that becomes this order. */
  paymentLinkId?: string | null;
};

export type PlaceResult =
  | { ok: true; token: string; next: NextStep }
  | { ok: false; reason: "out_of_stock"; skus: string[] }
  | { ok: false; reason: "coupon_used_up" }
  | { ok: false; reason: "link_taken" };

const firstNumber = 10_001;

/**
 * Places an order and begins its payment. Order, stock, coupon use and first payment attempt are stored in one
 * transaction before any call leaves the house, so whatever happens afterwards the order is there. Idempotent by form
 * token. When secuconnect does not answer the order stays and its page offers to try again.
 */
export async function placeOrder(ctx: Context, input: PlaceInput): Promise<PlaceResult> {
  const existing = await findByFormToken(ctx, input.formToken);
  if (existing) return resume(ctx, existing, input);
  try {
    const { token, attemptId } = await ctx.db.transaction((tx) => store(ctx, tx, input));
    faultPoint("order-stored");
    return { ok: true, token, next: await beginPayment(ctx, attemptId, "place", input.bankAccount) };
  } catch (error) {
    if (error instanceof OutOfStockError) return { ok: false, reason: "out_of_stock", skus: error.skus };
    if (error instanceof CouponUsedUpError) return { ok: false, reason: "coupon_used_up" };
    if (error instanceof LinkTakenError) return { ok: false, reason: "link_taken" };
    const winner = await findByFormToken(ctx, input.formToken);
    if (winner) return resume(ctx, winner, input);
    throw error;
  }
}

async function findByFormToken(ctx: Context, formToken: string): Promise<Order | undefined> {
  const [order] = await ctx.db.select().from(orders).where(eq(orders.formToken, formToken));
  return order;
}

/** The same click again: the buyer goes where the first one went. */
async function resume(ctx: Context, order: Order, input: PlaceInput): Promise<PlaceResult> {
  const [attempt] = await ctx.db
    .select({ id: paymentAttempts.id })
    .from(paymentAttempts)
    .where(eq(paymentAttempts.orderId, order.id))
    .orderBy(sql`${paymentAttempts.createdAt} desc`)
    .limit(1);
  if (!attempt) throw new Error(`order ${order.number} has no payment attempt`);
  if (input.remember && order.customerId) await renewToken(ctx, order.customerId, input.remember);
  return {
    ok: true,
    token: order.token,
    next: await beginPayment(ctx, attempt.id, "place", input.bankAccount),
  };
}

async function store(ctx: Context, tx: Tx, input: PlaceInput): Promise<{ token: string; attemptId: string }> {
  const { priced } = input;
  const now = ctx.now();
  const id = ctx.newId();
  const token = ctx.newToken();
  const number = await drawNumber(tx);
  const customerId = input.remember ? await rememberCustomer(ctx, tx, input.remember, input) : null;
  await tx.insert(orders).values({
    id,
    number,
    token,
    formToken: input.formToken,
    pushSecret: ctx.newToken(),
    locale: input.locale,
    email: input.email,
    billing: input.billing,
    shipping: input.shipping,
    delivery: input.delivery,
    pickupStore: input.delivery === "collection" ? ctx.settings.pickupStore : null,
    note: input.note,
    searchText: orderSearchText({ number, email: input.email, billing: input.billing }),
    total: priced.total,
    vatGroups: priced.vatGroups,
    couponCode: priced.couponCode,
    customerId,
    paymentLinkId: input.paymentLinkId ?? null,
    state: "open",
    received: cents(0),
    refunded: cents(0),
    placedAt: now,
    updatedAt: now,
  });
  if (input.paymentLinkId) await claimLink(tx, input.paymentLinkId, id, now);
  await tx
    .insert(orderLines)
    .values(priced.lines.map((line, position) => ({ orderId: id, position, ...line })));
  const articles = priced.lines.flatMap(({ sku, quantity }) => (sku ? [{ sku, quantity }] : []));
  await holdStock(tx, id, articles, holdUntil(input.method, now));
  if (priced.couponCode) await redeemCoupon(tx, priced.couponCode, now);
  const attempt = newAttempt(ctx, { id, number, total: priced.total }, input.method, 1);
  await tx.insert(paymentAttempts).values(attempt);
  await record(ctx, tx, {
    orderId: id,
    attemptId: attempt.id,
    source: "place",
    kind: "note",
    summary: `order ${number} placed`,
  });
  await owe(ctx, tx, id, "order_received");
  await owe(ctx, tx, id, "new_order");
  return { token, attemptId: attempt.id };
}

/** Drawn when the order is really placed, in its transaction: a refused order uses up no number. */
async function drawNumber(tx: Tx): Promise<string> {
  const [counter] = await tx
    .insert(counters)
    .values({ name: "order", value: firstNumber })
    .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + 1` } })
    .returning({ value: counters.value });
  if (!counter) throw new Error("no order number");
  return `K-${counter.value}`;
}
