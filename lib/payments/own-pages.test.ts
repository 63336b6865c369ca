import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Context, ShopSettings } from "@/lib/context";
import type { OpenDb } from "@/lib/db/client";
import { type Address, type Order, outbox, type PaymentAttempt, paymentEvents } from "@/lib/db/schema";
import { syncOrder } from "@/lib/payments/follow";
import { payAgain } from "@/lib/payments/pay-again";
import { lookAtOpenPayments } from "@/lib/payments/sweep";
import { syncPayment } from "@/lib/payments/sync";
import { type placeInput, stockArticle, type TestClock, testClock, testContext } from "@/lib/testing/context";
import { openTestDatabase } from "@/lib/testing/database";
import { placedOrder, readOrder } from "@/lib/testing/orders";
import { startSandbox, type TestSandbox } from "@/lib/testing/sandbox";

const bankAccount = { owner: "Erika Muster", iban: "DE35500105175418493188" };
const address: Address = {
  forename: "Rita",
  surname: "Muster",
  street: "Weg",
  streetNumber: "1",
  postalCode: "01309",
  city: "Dresden",
  country: "DE",
};

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
  ctx = withSettings({ ownPages: ["prepaid", "invoice", "debit", "paypal", "giropay"] });
  sku = `O-${++count}`;
  await stockArticle(ctx.db, sku, 5);
});
afterEach(() => sandbox.operator("/faults", undefined, "DELETE"));

function withSettings(settings: Partial<ShopSettings>): Context {
  const plain = testContext(database.db, sandbox.url, clock, 15_000);
  return { ...plain, settings: { ...plain.settings, ...settings } };
}

const place = (over: Parameters<typeof placeInput>[1], context = ctx) => placedOrder(context, sku, over);

const read = (token: string) => readOrder(ctx.db, token);

const owed = async ({ id }: Order) =>
  (await ctx.db.select({ kind: outbox.kind }).from(outbox).where(eq(outbox.orderId, id)))
    .map(({ kind }) => kind)
    .sort();
const external = (attempt: PaymentAttempt, outcome: "pay" | "fail" | "cancel") =>
  sandbox.operator(`/transactions/${attempt.stxId}/external`, { outcome });
const check = (attempt: PaymentAttempt, result: "approve" | "deny") =>
  sandbox.operator(`/transactions/${attempt.stxId}/check`, { result });
const callsOf = async ({ id }: Order, path: string) =>
  (await ctx.db.select().from(paymentEvents).where(eq(paymentEvents.orderId, id))).filter(
    ({ kind, summary }) => kind === "call" && summary.includes(path),
  );

describe("direct debit on the shop's own page", () => {
  it("is authorised and started with the account, which is kept nowhere", async () => {
    const { next, order, attempt } = await place({ method: "debit", bankAccount });
    expect(next).toEqual({ kind: "order" });
    expect(attempt).toMatchObject({ state: "accepted", flow: "own", payUrl: null });
    expect(order).toMatchObject({ state: "confirmed", received: 1500 });
    const events = await ctx.db.select().from(paymentEvents).where(eq(paymentEvents.orderId, order.id));
    expect(events.length).toBeGreaterThan(3);
    const kept = JSON.stringify([order, attempt, events]);
    expect(kept).not.toContain(bankAccount.iban);
    expect(kept).not.toContain(bankAccount.iban.slice(-8));
  });

  it("refused: the order stays and is paid another way", async () => {
    const billing = { ...address, surname: "Ablehnung" };
    const { order, attempt, token } = await place({ method: "debit", bankAccount, billing });
    expect([attempt.state, order.state]).toEqual(["failed", "open"]);
    expect(await payAgain(ctx, order.id, "prepaid")).toMatchObject({ ok: true });
    expect((await read(token)).attempt).toMatchObject({ method: "prepaid", state: "pending" });
  });

  it.each([
    ["approve", "accepted", "confirmed"],
    ["deny", "failed", "open"],
  ] as const)("waits for a risk check; %s makes it %s", async (result, state, orderState) => {
    const billing = { ...address, surname: "Pruefung" };
    const { order, attempt, token } = await place({ method: "debit", bankAccount, billing });
    expect([attempt.state, order.state]).toEqual(["pending", "open"]);
    expect(await owed(order)).toEqual(["new_order", "order_received"]);
    await check(attempt, result);
    await syncPayment(ctx, attempt.id, "push");
    const after = await read(token);
    expect([after.attempt.state, after.order.state]).toEqual([state, orderState]);
  });

  it("without the account waits for the buyer, whatever the sweep does, and goes on with it", async () => {
    const { order, attempt, token } = await place({ method: "debit" });
    expect(attempt.state).toBe("created");
    clock.advance(30_000);
    await lookAtOpenPayments(ctx);
    expect((await read(token)).attempt.state).toBe("created");
    expect(await payAgain(ctx, order.id, "debit", bankAccount)).toEqual({
      ok: true,
      next: { kind: "order" },
    });
    const after = await read(token);
    expect(after.attempt).toMatchObject({ id: attempt.id, state: "accepted" });
  });

  it("is started by the sweep when the answer to the authorisation was lost", async () => {
    await sandbox.operator("/faults", { kind: "cut_after", match: "/prepare/debit", times: 1 });
    const { order, token } = await place({ method: "debit", bankAccount });
    expect(order.state).toBe("open");
    clock.advance(61_000);
    await lookAtOpenPayments(ctx);
    expect((await read(token)).order.state).toBe("confirmed");
    expect(await callsOf(order, "/prepare/debit")).toHaveLength(1);
  });

  it("runs on the hosted page when the shop is set so", async () => {
    const { next, attempt } = await place({ method: "debit" }, withSettings({ ownPages: ["prepaid"] }));
    expect(attempt.flow).toBe("hosted");
    expect(next.kind).toBe("redirect");
  });
});

describe("a provider's page from the shop's own page", () => {
  it("leads straight to it and comes back through the shop's return addresses", async () => {
    const { next, token, order, attempt } = await place({ method: "paypal" });
    expect(next).toMatchObject({ kind: "redirect", url: expect.stringContaining("/external/paypal") });
    expect(attempt).toMatchObject({ state: "created", flow: "own" });
    const answer = await external(attempt, "pay");
    expect(answer).toMatchObject({
      status: "approved",
      redirect: `${ctx.settings.appUrl}/de/checkout/success?order=${token}`,
    });
    await syncOrder(ctx, order.id, "return");
    expect(await read(token)).toMatchObject({
      order: { state: "confirmed", received: 1500 },
      attempt: { state: "accepted" },
    });
  });

  it("started once, however many look at the same moment", async () => {
    const { order, attempt, token } = await place({ method: "paypal" });
    await external(attempt, "pay");
    await Promise.all((["return", "push", "poll"] as const).map((from) => syncOrder(ctx, order.id, from)));
    await syncOrder(ctx, order.id, "poll");
    expect((await read(token)).order).toMatchObject({ state: "confirmed", received: 1500 });
    expect(await callsOf(order, "/start")).toHaveLength(1);
  });

  it("is found authorised by the sweep when the buyer never came back", async () => {
    const { attempt, token } = await place({ method: "paypal" });
    await external(attempt, "pay");
    clock.advance(30_000);
    await lookAtOpenPayments(ctx);
    expect((await read(token)).order.state).toBe("confirmed");
  });

  it.each(["fail", "cancel"] as const)(
    "%s: the order stays open and is paid another way",
    async (outcome) => {
      const { order, attempt, token } = await place({ method: "paypal" });
      expect(await external(attempt, outcome)).toMatchObject({
        redirect: `${ctx.settings.appUrl}/de/checkout/error?order=${token}`,
      });
      await syncOrder(ctx, order.id, "return");
      const after = await read(token);
      expect([after.attempt.state, after.order.state]).toEqual(["failed", "open"]);
      expect(await payAgain(ctx, order.id, "paypal")).toMatchObject({ ok: true, next: { kind: "redirect" } });
    },
  );

  it("goes on with the open step: neither the sweep nor a second click opens another one", async () => {
    const { next, order, attempt } = await place({ method: "paypal" });
    clock.advance(30_000);
    await lookAtOpenPayments(ctx);
    expect(await payAgain(ctx, order.id, "paypal")).toEqual({ ok: true, next });
    expect(await callsOf(order, "/prepare/paypal")).toHaveLength(1);
    expect((await ctx.secuconnect.readTransaction(attempt.stxId ?? "")).iframeUrl).not.toBeNull();
  });

  it("is opened by the buyer, not by the sweep, after a crash before it", async () => {
    await sandbox.operator("/faults", { kind: "cut_before", match: "/prepare/paypal", times: 1 });
    const { next, order } = await place({ method: "paypal" });
    expect(next).toEqual({ kind: "order" });
    clock.advance(61_000);
    await lookAtOpenPayments(ctx);
    expect(await callsOf(order, "/prepare/paypal")).toHaveLength(1);
    expect(await payAgain(ctx, order.id, "paypal")).toMatchObject({ ok: true, next: { kind: "redirect" } });
  });

  it("on a host that is not allowed is not gone to", async () => {
    const strict = { ...ctx, settings: { ...ctx.settings, payHosts: ["pay.secupay.com"] } };
    expect((await place({ method: "paypal" }, strict)).next).toEqual({ kind: "order" });
  });

  it("captured by the provider itself needs no start", async () => {
    const { order, attempt, token } = await place({ method: "giropay" });
    await external(attempt, "pay");
    await syncOrder(ctx, order.id, "return");
    expect((await read(token)).order.state).toBe("confirmed");
    expect(await callsOf(order, "/start")).toHaveLength(0);
  });
});
