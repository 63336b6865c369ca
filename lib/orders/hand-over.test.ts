import { and, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Context } from "@/lib/context";
import type { OpenDb } from "@/lib/db/client";
import { outbox } from "@/lib/db/schema";
import { cancelOrder } from "@/lib/orders/cancel";
import { handOver } from "@/lib/orders/hand-over";
import { placeOrder } from "@/lib/orders/place";
import { shipOrder } from "@/lib/orders/ship";
import { payAgain } from "@/lib/payments/pay-again";
import { syncPayment } from "@/lib/payments/sync";
import { placeInput, stockArticle, type TestClock, testClock, testContext } from "@/lib/testing/context";
import { openTestDatabase } from "@/lib/testing/database";
import { placedOrder, readOrder } from "@/lib/testing/orders";
import { startSandbox, type TestSandbox } from "@/lib/testing/sandbox";

const admin = { email: "owner@kontor.example" };
const shipment = { carrier: "DHL", trackingId: "1" };

let sandbox: TestSandbox;
let open: OpenDb;
let clock: TestClock;
let ctx: Context;
let sku = "";

beforeAll(async () => {
  [sandbox, open] = await Promise.all([startSandbox(), openTestDatabase()]);
  clock = testClock();
  ctx = testContext(open.db, sandbox.url, clock);
});
afterAll(async () => {
  await Promise.all([sandbox?.stop(), open?.close()]);
});
beforeEach(async () => {
  sku = `SKU-${ctx.newId()}`;
  await stockArticle(open.db, sku, 10);
});
afterEach(() => sandbox.operator("/faults", undefined, "DELETE"));

const placed = (over: Parameters<typeof placeInput>[1] = {}) =>
  placedOrder(ctx, sku, { delivery: "collection", ...over });

const read = (token: string) => readOrder(open.db, token);

const atSecuconnect = (stxId: string | null) => ctx.secuconnect.readTransaction(stxId ?? "");
const owed = async (orderId: string, kind: string) =>
  (
    await open.db
      .select()
      .from(outbox)
      .where(and(eq(outbox.orderId, orderId), eq(outbox.kind, kind)))
  ).length;

describe("an order that is fetched", () => {
  it("is a purchase order with the store agreed, and brings a pick-up code once it is accepted", async () => {
    const { order, attempt } = await placed({ method: "invoice" });
    expect(order).toMatchObject({
      state: "confirmed",
      delivery: "collection",
      pickupStore: ctx.settings.pickupStore,
    });
    const smart = await atSecuconnect(attempt.stxId);
    expect(smart).toMatchObject({ intent: "order", status: "collection" });
    expect(smart.deliveryOptions).toMatchObject({
      type: "collection",
      storeId: ctx.settings.pickupStore,
      code: order.pickupCode,
    });
    expect(order.pickupCode).toMatch(/^\d{4,}$/);
  });

  it("shows no code while the transfer is awaited, and the code as soon as it has arrived", async () => {
    const { order, attempt } = await placed();
    expect(order).toMatchObject({ state: "open", pickupCode: null });
    await sandbox.operator(`/transactions/${attempt.stxId}/transfer`, { kind: "exact" });
    expect(await syncPayment(ctx, attempt.id, "push")).toMatchObject({ changed: true, state: "accepted" });
    const now = (await read(order.token)).order;
    expect(now).toMatchObject({ state: "confirmed", received: 1500 });
    expect(now.pickupCode).toMatch(/^\d{4,}$/);
    expect(await syncPayment(ctx, attempt.id, "poll")).toMatchObject({ changed: false });
  });

  it("is paid on the page of its checkout link, and the code follows", async () => {
    const { next, order, attempt } = await placed({ method: "paypal" });
    const link = (await atSecuconnect(attempt.stxId)).checkoutUrl;
    expect(next).toEqual({ kind: "redirect", url: link });
    const html = await (await fetch(link ?? "")).text();
    expect(html).toContain("PayPal");
    expect(html).not.toContain("Kreditkarte");

    const back = { success: "http://127.0.0.1:9/a", failure: "http://127.0.0.1:9/b" };
    await ctx.secuconnect.prepare(attempt.stxId ?? "", "paypal", { callbackUrls: back });
    await sandbox.operator(`/transactions/${attempt.stxId}/external`, { outcome: "pay" });
    expect(await syncPayment(ctx, attempt.id, "return")).toMatchObject({ state: "accepted" });
    const { order: now } = await read(order.token);
    expect(now).toMatchObject({ state: "confirmed", received: 1500 });
    expect(now.pickupCode).toMatch(/^\d{4,}$/);
    expect(await handOver(ctx, order.id, admin)).toEqual({ ok: true });
  });

  it("can be called off while it waits in the store: the money goes back, the goods are free again", async () => {
    const { order, attempt } = await placed();
    await sandbox.operator(`/transactions/${attempt.stxId}/transfer`, { kind: "exact" });
    await syncPayment(ctx, attempt.id, "push");
    expect(await cancelOrder(ctx, order.id, { kind: "merchant", ...admin })).toMatchObject({ ok: true });
    const { order: now } = await read(order.token);
    expect(now).toMatchObject({ state: "cancelled", received: 1500, refunded: 1500 });
    expect(await handOver(ctx, order.id, admin)).toEqual({ ok: false, reason: "not_ready" });
  });

  it("keeps the code of the payment that was accepted, not of one that was given up", async () => {
    const { order } = await placed();
    clock.advance(1000);
    expect(await payAgain(ctx, order.id, "invoice")).toMatchObject({ ok: true });
    const { order: now, attempt } = await read(order.token);
    expect(attempt.method).toBe("invoice");
    const smart = await atSecuconnect(attempt.stxId);
    expect(now.pickupCode).toBe(smart.deliveryOptions?.code);
  });

  it("cannot be placed where there is no store", async () => {
    const without = { ...ctx, settings: { ...ctx.settings, pickupStore: null } };
    await expect(placeOrder(without, placeInput(sku, { delivery: "collection" }))).rejects.toThrow();
  });
});

describe("handing over", () => {
  it("is told to secuconnect once, makes an invoice due and keeps the code", async () => {
    const { order, attempt } = await placed({ method: "invoice" });
    expect(await handOver(ctx, order.id, admin)).toEqual({ ok: true });
    const { order: now } = await read(order.token);
    expect(now).toMatchObject({ state: "shipped", shipment: null, pickupCode: order.pickupCode });
    expect(now.shippedAt).toEqual(clock.now());
    expect((await atSecuconnect(attempt.stxId)).status).toBe("collected");
    expect((await ctx.secuconnect.readPayment(attempt.pciId ?? "")).simple).not.toBe(14);
    expect(await owed(order.id, "collected")).toBe(1);
    expect(await handOver(ctx, order.id, admin)).toEqual({ ok: false, reason: "already_collected" });

    await syncPayment(ctx, attempt.id, "poll");
    expect((await read(order.token)).order).toMatchObject({ state: "shipped", pickupCode: order.pickupCode });
  });

  it("happens once when two merchants do it at the same moment", async () => {
    const { order } = await placed({ method: "invoice" });
    const results = await Promise.all([1, 2, 3].map(() => handOver(ctx, order.id, admin)));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.reason === "already_collected")).toHaveLength(2);
    expect(await owed(order.id, "collected")).toBe(1);
  });

  it("survives an answer that was lost after the work was done", async () => {
    const { order } = await placed({ method: "invoice" });
    await sandbox.operator("/faults", { kind: "cut_after", match: "POST /api/v2/Smart", times: 1 });
    expect(await handOver(ctx, order.id, admin)).toEqual({ ok: true });
    expect((await read(order.token)).order.state).toBe("shipped");
  });

  it("changes nothing while secuconnect fails, and can be repeated", async () => {
    const { order } = await placed({ method: "invoice" });
    await sandbox.operator("/faults", { kind: "500", match: "POST /api/v2/Smart", times: 1 });
    expect(await handOver(ctx, order.id, admin)).toMatchObject({ ok: false });
    expect((await read(order.token)).order.state).toBe("confirmed");
    expect(await handOver(ctx, order.id, admin)).toEqual({ ok: true });
  });

  it("waits for the payment, and is not what happens to goods that are sent", async () => {
    const unpaid = await placed();
    expect(await handOver(ctx, unpaid.order.id, admin)).toEqual({ ok: false, reason: "not_ready" });
    const sent = await placed({ method: "invoice", delivery: "shipping" });
    expect(await handOver(ctx, sent.order.id, admin)).toEqual({ ok: false, reason: "to_be_shipped" });
    const fetched = await placed({ method: "invoice" });
    expect(await shipOrder(ctx, fetched.order.id, shipment, admin)).toEqual({
      ok: false,
      reason: "to_be_collected",
    });
    expect(await handOver(ctx, ctx.newId(), admin)).toEqual({ ok: false, reason: "not_found" });
  });

  it("does not happen when the payment was cancelled meanwhile", async () => {
    const { order, attempt } = await placed({ method: "invoice" });
    await ctx.secuconnect.cancelTransaction(attempt.stxId ?? "");
    expect(await handOver(ctx, order.id, admin)).toEqual({ ok: false, reason: "payment_changed" });
  });
});
