import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Context, ShopSettings } from "@/lib/context";
import type { OpenDb } from "@/lib/db/client";
import { outbox, paymentEvents, products } from "@/lib/db/schema";
import { captureAuthorised } from "@/lib/payments/capture";
import { expireOrders } from "@/lib/payments/expire";
import { syncOrder } from "@/lib/payments/follow";
import { lookAtOpenPayments } from "@/lib/payments/sweep";
import { type placeInput, stockArticle, type TestClock, testClock, testContext } from "@/lib/testing/context";
import { openTestDatabase } from "@/lib/testing/database";
import { placedOrder, readOrder } from "@/lib/testing/orders";
import { startSandbox, type TestSandbox } from "@/lib/testing/sandbox";

const admin = { email: "laden@kontor.example" };
const bankAccount = { owner: "Erika Muster", iban: "DE35500105175418493188" };
const hour = 3_600_000;

let database: OpenDb;
let sandbox: TestSandbox;
let clock: TestClock;
let ctx: Context;
let count = 0;
let sku = "";

beforeAll(async () => {
  [database, sandbox] = await Promise.all([openTestDatabase(), startSandbox()]);
});
afterAll(async () => {
  await sandbox?.stop();
  await database?.close();
});
beforeEach(async () => {
  clock = testClock();
  ctx = withSettings({ ownPages: ["prepaid", "invoice", "debit"], capture: "later" });
  sku = `C-${++count}`;
  await stockArticle(ctx.db, sku, 5);
});
afterEach(() => sandbox.operator("/faults", undefined, "DELETE"));

function withSettings(settings: Partial<ShopSettings>): Context {
  const plain = testContext(database.db, sandbox.url, clock, 15_000);
  return { ...plain, settings: { ...plain.settings, ...settings } };
}

const place = (over: Parameters<typeof placeInput>[1]) => placedOrder(ctx, sku, over);

const read = (token: string) => readOrder(ctx.db, token);

const stock = async () => {
  const [row] = await ctx.db
    .select({ stock: products.stock, reserved: products.reserved })
    .from(products)
    .where(eq(products.sku, sku));
  return row;
};
const owed = async (orderId: string) =>
  (await ctx.db.select({ kind: outbox.kind }).from(outbox).where(eq(outbox.orderId, orderId)))
    .map(({ kind }) => kind)
    .sort();
const eventsOf = async (orderId: string, kind: "call" | "note", text: string) =>
  (await ctx.db.select().from(paymentEvents).where(eq(paymentEvents.orderId, orderId))).filter(
    (event) => event.kind === kind && event.summary.includes(text),
  );
const startsOf = (orderId: string) => eventsOf(orderId, "call", "/start");
const notesOf = (orderId: string, text: string) => eventsOf(orderId, "note", text);

describe("authorise now, capture later", () => {
  it("a direct debit stays authorised until the merchant takes the money", async () => {
    const { order, attempt } = await place({ method: "debit", bankAccount });
    expect([attempt.state, order.state, order.received]).toEqual(["approved", "open", 0]);
    clock.advance(30_000);
    await lookAtOpenPayments(ctx);
    await syncOrder(ctx, order.id, "return");
    expect((await read(order.token)).attempt.state).toBe("approved");

    expect(await captureAuthorised(ctx, order.id, admin)).toEqual({ ok: true, state: "accepted" });
    expect((await read(order.token)).order).toMatchObject({ state: "confirmed", received: 1500 });
    expect(await stock()).toEqual({ stock: 4, reserved: 0 });
    expect(await captureAuthorised(ctx, order.id, admin)).toEqual({
      ok: false,
      reason: "nothing_authorised",
    });
  });

  it("a payment on the hosted page is authorised only", async () => {
    const { order, attempt } = await place({ method: "paypal" });
    expect(attempt).toMatchObject({ flow: "hosted", state: "created" });
    const back = { success: "http://127.0.0.1:9/a", failure: "http://127.0.0.1:9/b" };
    await ctx.secuconnect.prepare(attempt.stxId ?? "", "paypal", { callbackUrls: back });
    await sandbox.operator(`/transactions/${attempt.stxId}/external`, { outcome: "pay" });
    await syncOrder(ctx, order.id, "return");
    expect((await read(order.token)).attempt.state).toBe("approved");
    expect(await captureAuthorised(ctx, order.id, admin)).toEqual({ ok: true, state: "accepted" });
  });

  it("does not hold what cannot be held: an invoice is accepted at once", async () => {
    expect((await place({ method: "invoice" })).order.state).toBe("confirmed");
  });

  it("two captures at the same moment take the money once", async () => {
    const { order } = await place({ method: "debit", bankAccount });
    const results = await Promise.all([1, 2, 3].map(() => captureAuthorised(ctx, order.id, admin)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await startsOf(order.id)).toHaveLength(1);
    expect(await notesOf(order.id, "captured by")).toHaveLength(1);
    expect((await read(order.token)).order.received).toBe(1500);
  });

  it("a lost answer is read back instead of capturing again", async () => {
    const { order } = await place({ method: "debit", bankAccount });
    await sandbox.operator("/faults", { kind: "cut_after", match: "/start", times: 1 });
    expect(await captureAuthorised(ctx, order.id, admin)).toEqual({ ok: true, state: "accepted" });
    expect(await startsOf(order.id)).toHaveLength(1);
  });

  it("can be repeated while secuconnect is down", async () => {
    const { order } = await place({ method: "debit", bankAccount });
    const dead = { ...ctx, secuconnect: testContext(database.db, "http://127.0.0.1:1", clock).secuconnect };
    expect(await captureAuthorised(dead, order.id, admin)).toMatchObject({
      ok: false,
      reason: "unreachable",
    });
    clock.advance(61_000);
    expect(await captureAuthorised(ctx, order.id, admin)).toMatchObject({ ok: true });
  });

  it("keeps the pieces for three days, then lets the authorisation go and owes the buyer a notice", async () => {
    const { order, attempt } = await place({ method: "debit", bankAccount });
    clock.advance(71 * hour);
    expect(await expireOrders(ctx)).toBe(0);
    expect(await stock()).toEqual({ stock: 5, reserved: 1 });
    clock.advance(2 * hour);
    expect(await expireOrders(ctx)).toBe(1);
    expect((await read(order.token)).order.state).toBe("expired");
    expect(await stock()).toEqual({ stock: 5, reserved: 0 });
    expect((await ctx.secuconnect.readTransaction(attempt.stxId ?? "")).status).toBe("cancelled");
    expect(await owed(order.id)).toEqual(["authorisation_lapsed", "new_order", "order_received"]);
    expect(await captureAuthorised(ctx, order.id, admin)).toMatchObject({ reason: "nothing_authorised" });
  });

  it("authorised at the last moment is not let go", async () => {
    const { order, attempt } = await place({ method: "paypal" });
    const back = { success: "http://127.0.0.1:9/a", failure: "http://127.0.0.1:9/b" };
    await ctx.secuconnect.prepare(attempt.stxId ?? "", "paypal", { callbackUrls: back });
    await sandbox.operator(`/transactions/${attempt.stxId}/external`, { outcome: "pay" });
    clock.advance(2 * hour);
    expect(await expireOrders(ctx)).toBe(0);
    expect(await read(order.token)).toMatchObject({
      order: { state: "open" },
      attempt: { state: "approved" },
    });
  });
});
