import { and, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Context } from "@/lib/context";
import type { OpenDb } from "@/lib/db/client";
import { ledger, type Order, orders, outbox, products } from "@/lib/db/schema";
import { type CancelledBy, cancelOrder, finishCancellations } from "@/lib/orders/cancel";
import { shipOrder } from "@/lib/orders/ship";
import type { PaymentMethod } from "@/lib/payments/methods";
import { payAgain } from "@/lib/payments/pay-again";
import { syncPayment } from "@/lib/payments/sync";
import { stockArticle, type TestClock, testClock, testContext } from "@/lib/testing/context";
import { openTestDatabase } from "@/lib/testing/database";
import { placedOrder, readOrder } from "@/lib/testing/orders";
import { startSandbox, type TestSandbox } from "@/lib/testing/sandbox";

const buyer: CancelledBy = { kind: "buyer" };
const merchant: CancelledBy = { kind: "merchant", email: "owner@kontor.example" };
const shipment = { carrier: "DHL", trackingId: "1" };

let sandbox: TestSandbox;
let open: OpenDb;
let ctx: Context;
let clock: TestClock;
let sku = "";

beforeAll(async () => {
  [sandbox, open] = await Promise.all([startSandbox(), openTestDatabase()]);
});
afterAll(async () => {
  await sandbox?.stop();
  await open?.close();
});
beforeEach(async () => {
  clock = testClock();
  ctx = testContext(open.db, sandbox.url, clock);
  sku = `C-${ctx.newId()}`;
  await stockArticle(open.db, sku, 5);
});
afterEach(() => sandbox.operator("/faults", undefined, "DELETE"));

const placed = (method: PaymentMethod, context = ctx) => placedOrder(context, sku, { method, quantity: 2 });

const read = (token: string) => readOrder(open.db, token);

async function paid() {
  const { order, attempt } = await placed("prepaid");
  await transfer(attempt.stxId);
  await syncPayment(ctx, attempt.id, "admin");
  return read(order.token);
}

const transfer = (stxId: string | null, kind = "exact") =>
  sandbox.operator(`/transactions/${stxId}/transfer`, { kind });
const smartStatus = async (stxId: string | null) =>
  (await ctx.secuconnect.readTransaction(stxId ?? "")).status;
async function refundsAtSecuconnect(pciId: string | null): Promise<number[]> {
  const { related } = await ctx.secuconnect.readPayment(pciId ?? "");
  return Promise.all(related.map(async ({ id }) => (await ctx.secuconnect.readPayment(id)).amount));
}
const stock = async () => {
  const [row] = await open.db.select().from(products).where(eq(products.sku, sku));
  return { stock: row?.stock, reserved: row?.reserved };
};
const untouched = { stock: 5, reserved: 0 };
const mails = async (order: Order) =>
  open.db
    .select()
    .from(outbox)
    .where(and(eq(outbox.orderId, order.id), eq(outbox.kind, "cancelled")));

describe("cancelOrder", () => {
  it("ends an advance payment that is waited for; repeating it is fine", async () => {
    const { order, attempt } = await placed("prepaid");
    expect(await cancelOrder(ctx, order.id, buyer)).toEqual({ ok: true });
    expect(await cancelOrder(ctx, order.id, buyer)).toEqual({ ok: true });
    expect(await read(order.token)).toMatchObject({
      order: { state: "cancelled", received: 0 },
      attempt: { state: "cancelled" },
    });
    expect(await smartStatus(attempt.stxId)).toBe("cancelled");
    expect(await stock()).toEqual(untouched);
    expect(await mails(order)).toHaveLength(1);
  });

  it.each([buyer, merchant])("refunds a paid order in full for %o", async (by) => {
    const { order, attempt } = await paid();
    expect(await cancelOrder(ctx, order.id, by)).toEqual({ ok: true });
    expect((await read(order.token)).order).toMatchObject({
      state: "cancelled",
      received: 3000,
      refunded: 3000,
    });
    expect(await refundsAtSecuconnect(attempt.pciId)).toEqual([-3000]);
    expect(await stock()).toEqual(untouched);
    expect(await mails(order)).toHaveLength(1);
  });

  it("cancels an invoice that is not shipped: no money moves, nothing is owed", async () => {
    const { order, attempt } = await placed("invoice");
    expect(order.state).toBe("confirmed");
    expect(await cancelOrder(ctx, order.id, buyer)).toEqual({ ok: true });
    expect((await read(order.token)).order).toMatchObject({ state: "cancelled", refunded: 0, reduced: 3000 });
    expect((await ctx.secuconnect.checkStatus(attempt.pciId ?? "")).amount).toBe(0);
    expect(await stock()).toEqual(untouched);
  });

  it("aborts a hosted page, and an order that secuconnect never heard of", async () => {
    const hosted = await placed("creditcard");
    expect(await cancelOrder(ctx, hosted.order.id, buyer)).toEqual({ ok: true });
    expect(await smartStatus(hosted.attempt.stxId)).toBe("aborted");
    const unheard = await placed("prepaid", testContext(open.db, "http://127.0.0.1:1", clock));
    expect(await cancelOrder(ctx, unheard.order.id, buyer)).toEqual({ ok: true });
    expect((await read(unheard.order.token)).order.state).toBe("cancelled");
    expect(await stock()).toEqual(untouched);
  });

  it("refuses what is shipped, lapsed or unknown, and the buyer what is looked at", async () => {
    const shipped = await paid();
    await shipOrder(ctx, shipped.order.id, shipment, { email: "owner@kontor.example" });
    expect(await cancelOrder(ctx, shipped.order.id, buyer)).toEqual({ ok: false, reason: "already_shipped" });
    expect(await cancelOrder(ctx, shipped.order.id, merchant)).toMatchObject({ reason: "already_shipped" });
    expect(await refundsAtSecuconnect(shipped.attempt.pciId)).toEqual([]);
    expect(await cancelOrder(ctx, ctx.newId(), buyer)).toEqual({ ok: false, reason: "not_found" });

    const { order } = await placed("prepaid");
    await open.db.update(orders).set({ flag: "amount_mismatch" }).where(eq(orders.id, order.id));
    expect(await cancelOrder(ctx, order.id, buyer)).toEqual({ ok: false, reason: "being_looked_at" });
    await open.db.update(orders).set({ state: "expired", flag: null }).where(eq(orders.id, order.id));
    expect(await cancelOrder(ctx, order.id, buyer)).toEqual({ ok: false, reason: "order_closed" });
  });

  it("gives back what part refunds left over", async () => {
    const { order, attempt } = await paid();
    await sandbox.operator(`/transactions/${attempt.stxId}/refund`, { amount: 1000 });
    expect(await cancelOrder(ctx, order.id, merchant)).toEqual({ ok: true });
    expect((await read(order.token)).order).toMatchObject({ refunded: 3000, state: "cancelled" });
    expect(await refundsAtSecuconnect(attempt.pciId)).toEqual([-1000, -2000]);
  });
});

describe("at the same time", () => {
  it("buyer and merchant both cancel: one refund, stock back once", async () => {
    const { order, attempt } = await paid();
    const results = await Promise.all([buyer, merchant, buyer].map((by) => cancelOrder(ctx, order.id, by)));
    expect(results.some(({ ok }) => ok)).toBe(true);
    expect((await read(order.token)).order.state).toBe("cancelled");
    expect(await refundsAtSecuconnect(attempt.pciId)).toEqual([-3000]);
    expect(await stock()).toEqual(untouched);
  });

  it("the transfer comes while the buyer cancels: nobody keeps the money without the order", async () => {
    const { order, attempt } = await placed("prepaid");
    await Promise.all([cancelOrder(ctx, order.id, buyer), transfer(attempt.stxId).catch(() => null)]);
    clock.advance(60_000);
    await finishCancellations(ctx);
    await syncPayment(ctx, attempt.id, "push");
    const { order: now } = await read(order.token);
    expect(now).toMatchObject({ state: "cancelled", flag: null });
    expect(now.refunded).toBe(now.received);
    expect(await stock()).toEqual(untouched);
  });

  it("shipping and cancelling: one of them wins, and only then goods or money leave", async () => {
    const { order } = await paid();
    const [ship, cancel] = await Promise.all([
      shipOrder(ctx, order.id, shipment, { email: "owner@kontor.example" }),
      cancelOrder(ctx, order.id, buyer),
    ]);
    const { order: now } = await read(order.token);
    expect([ship.ok, cancel.ok].filter(Boolean)).toHaveLength(1);
    expect(now.state).toBe(ship.ok ? "shipped" : "cancelled");
    expect(now.refunded).toBe(ship.ok ? 0 : 3000);
  });

  it("an order that is called off takes no other payment and is not shipped", async () => {
    await open.db.update(products).set({ stock: 9 }).where(eq(products.sku, sku));
    const { order } = await placed("invoice");
    await open.db.update(orders).set({ cancelRequestedAt: clock.now() }).where(eq(orders.id, order.id));
    expect(await shipOrder(ctx, order.id, shipment, { email: "owner@kontor.example" })).toMatchObject({
      reason: "not_ready",
    });
    const waiting = await placed("prepaid");
    await open.db
      .update(orders)
      .set({ cancelRequestedAt: clock.now() })
      .where(eq(orders.id, waiting.order.id));
    expect(await payAgain(ctx, waiting.order.id, "invoice")).toMatchObject({ ok: false });
    const dead = testContext(open.db, "http://127.0.0.1:1", clock);
    const late = await placed("invoice", dead);
    await open.db.update(orders).set({ cancelRequestedAt: clock.now() }).where(eq(orders.id, late.order.id));
    await payAgain(ctx, late.order.id, "invoice");
    expect((await read(late.order.token)).attempt).toMatchObject({ state: "new", stxId: null });
  });
});

describe("trouble on the way", () => {
  it("secuconnect is silent: the order is called off at once and finished later", async () => {
    const { order, attempt } = await paid();
    await sandbox.operator("/faults", { kind: "502" });
    expect(await cancelOrder(ctx, order.id, buyer)).toMatchObject({ ok: false, reason: "not_finished" });
    const called = (await read(order.token)).order;
    expect(called).toMatchObject({ state: "confirmed", refunded: 0 });
    expect(called.cancelRequestedAt).not.toBeNull();
    await sandbox.operator("/faults", undefined, "DELETE");
    await finishCancellations(ctx);
    expect((await read(order.token)).order.state).toBe("confirmed");
    clock.advance(60_000);
    expect(await finishCancellations(ctx)).toBeGreaterThan(0);
    expect((await read(order.token)).order).toMatchObject({ state: "cancelled", refunded: 3000 });
    expect(await refundsAtSecuconnect(attempt.pciId)).toEqual([-3000]);
  });

  it.each([
    ["prepaid waiting", () => placed("prepaid"), []],
    ["paid", paid, [-3000]],
    ["invoice", () => placed("invoice"), []],
  ] as const)("%s: done over there, but the answer is cut off", async (_, make, refunds) => {
    const { order, attempt } = await make();
    await sandbox.operator("/faults", { kind: "cut_after", match: "/cancel" });
    expect(await cancelOrder(ctx, order.id, buyer)).toEqual({ ok: true });
    expect((await read(order.token)).order.state).toBe("cancelled");
    expect(await refundsAtSecuconnect(attempt.pciId)).toEqual(refunds);
    expect(await stock()).toEqual(untouched);
  });

  it("the refund never arrived: asked again after its lease, and given back once", async () => {
    const { order, attempt } = await paid();
    await sandbox.operator("/faults", { kind: "cut_before", match: "/cancel", times: 1 });
    expect(await cancelOrder(ctx, order.id, buyer)).toMatchObject({ ok: false, reason: "not_finished" });
    clock.advance(60_000);
    await finishCancellations(ctx);
    expect((await read(order.token)).order.state).toBe("confirmed");
    clock.advance(3 * 60_000);
    expect(await finishCancellations(ctx)).toBeGreaterThan(0);
    expect(await refundsAtSecuconnect(attempt.pciId)).toEqual([-3000]);
    const booked = await open.db.select().from(ledger).where(eq(ledger.orderId, order.id));
    expect(booked.map(({ kind }) => kind).sort()).toEqual(["received", "refunded"]);
  });

  it("money that comes for an order somebody cancelled does not bring it back", async () => {
    const { order, attempt } = await placed("prepaid");
    await open.db
      .update(orders)
      .set({ state: "cancelled", cancelRequestedAt: clock.now() })
      .where(eq(orders.id, order.id));
    await transfer(attempt.stxId);
    await syncPayment(ctx, attempt.id, "push");
    expect((await read(order.token)).order).toMatchObject({
      state: "cancelled",
      flag: "paid_not_deliverable",
      received: 3000,
    });
  });
});
