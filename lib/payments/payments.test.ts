import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Context } from "@/lib/context";
import type { OpenDb } from "@/lib/db/client";
import {
  ledger,
  type Order,
  orderLines,
  orders,
  outbox,
  type PaymentAttempt,
  paymentAttempts,
  paymentEvents,
  products,
  stockHolds,
} from "@/lib/db/schema";
import { type PlaceInput, placeOrder } from "@/lib/orders/place";
import { beginPayment } from "@/lib/payments/begin";
import { expireOrders } from "@/lib/payments/expire";
import { payAgain } from "@/lib/payments/pay-again";
import { followPush, keepPush, type Push } from "@/lib/payments/push";
import { transactionRequest } from "@/lib/payments/request";
import { lookAtOpenPayments } from "@/lib/payments/sweep";
import { syncPayment } from "@/lib/payments/sync";
import { placeInput, stockArticle, type TestClock, testClock, testContext } from "@/lib/testing/context";
import { openTestDatabase } from "@/lib/testing/database";
import { placedOrder, readOrder } from "@/lib/testing/orders";
import { startSandbox, type TestSandbox } from "@/lib/testing/sandbox";

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
  ctx = testContext(database.db, sandbox.url, clock);
  sku = `T-${++count}`;
  await stockArticle(ctx.db, sku, 5);
});
afterEach(() => sandbox.operator("/faults", undefined, "DELETE"));

const refused = {
  forename: "Rita",
  surname: "Ablehnung",
  street: "Weg",
  streetNumber: "1",
  postalCode: "01309",
  city: "Dresden",
  country: "DE",
};

const place = (over: Parameters<typeof placeInput>[1] = {}, context = ctx) => placedOrder(context, sku, over);

const read = (token: string) => readOrder(ctx.db, token);

const stockOf = async () => {
  const [row] = await ctx.db
    .select({ stock: products.stock, reserved: products.reserved })
    .from(products)
    .where(eq(products.sku, sku));
  return row;
};
const owed = async (order: Order) =>
  (await ctx.db.select({ kind: outbox.kind }).from(outbox).where(eq(outbox.orderId, order.id)))
    .map(({ kind }) => kind)
    .sort();
const atSandbox = async (order: Order) => {
  const { data } = (await sandbox.operator("/transactions?count=1000")) as {
    data: { id: string; merchantRef: string; status: string }[];
  };
  return data.filter(
    (smart) => smart.merchantRef === order.number || smart.merchantRef.startsWith(`${order.number}-`),
  );
};
const transfer = (attempt: PaymentAttempt, kind = "exact") =>
  sandbox.operator(`/transactions/${attempt.stxId}/transfer`, { kind });

describe("advance payment on the shop's own page", () => {
  it("waits with transfer details, then the transfer arrives", async () => {
    const { next, token, order, attempt } = await place({ quantity: 2 });
    expect(next).toEqual({ kind: "order" });
    expect(attempt).toMatchObject({ state: "pending", method: "prepaid", amount: 3000 });
    expect(attempt.transfer?.purpose).toBe(`TA ${attempt.transId}`);
    expect(await stockOf()).toEqual({ stock: 5, reserved: 2 });

    await transfer(attempt);
    expect(await syncPayment(ctx, attempt.id, "poll")).toMatchObject({
      ok: true,
      changed: true,
      state: "accepted",
    });
    expect(await syncPayment(ctx, attempt.id, "poll")).toMatchObject({ ok: true, changed: false });

    const after = await read(token);
    expect(after.order).toMatchObject({ state: "confirmed", received: 3000, refunded: 0, flag: null });
    expect(await stockOf()).toEqual({ stock: 3, reserved: 0 });
    expect(await owed(order)).toEqual([
      "new_order",
      "order_received",
      "payment_accepted",
      "transfer_details",
    ]);
  });

  it("is booked once, however many look at the same moment", async () => {
    const { attempt, order, token } = await place();
    await transfer(attempt);
    await Promise.all(
      ["push", "return", "poll", "sweep", "admin"].map((source) =>
        syncPayment(ctx, attempt.id, source as "push"),
      ),
    );
    expect((await read(token)).order).toMatchObject({ state: "confirmed", received: 1500 });
    expect(await ctx.db.select().from(ledger).where(eq(ledger.orderId, order.id))).toHaveLength(1);
    expect(await stockOf()).toEqual({ stock: 4, reserved: 0 });
  });

  it("is found by the sweep when no push came", async () => {
    const { attempt, token } = await place();
    await transfer(attempt);
    clock.advance(30_000);
    await lookAtOpenPayments(ctx);
    expect((await read(token)).order.state).toBe("confirmed");
  });

  it("lapses when nobody pays, is cancelled over there and frees its pieces", async () => {
    const { token, order } = await place();
    clock.advance(11 * 24 * 3_600_000);
    expect(await expireOrders(ctx)).toBe(1);
    expect((await read(token)).order.state).toBe("expired");
    expect(await stockOf()).toEqual({ stock: 5, reserved: 0 });
    expect((await atSandbox(order)).map(({ status }) => status)).toEqual(["cancelled"]);
  });
});

describe("a part of an advance payment", () => {
  it("is noted once, gives the rest time to come, and is forgotten when all is there", async () => {
    const { order, attempt, token } = await place({ method: "prepaid" });
    clock.advance(9 * 24 * 3_600_000);
    await transfer(attempt, "too_little");
    expect(await syncPayment(ctx, attempt.id, "push")).toMatchObject({ changed: true, state: "pending" });
    const noticed = clock.now();
    clock.advance(3 * 24 * 3_600_000);
    expect(await syncPayment(ctx, attempt.id, "push")).toMatchObject({ changed: false });
    expect(await expireOrders(ctx)).toBe(0);
    expect((await read(token)).attempt.partReceivedAt).toEqual(noticed);
    const events = await ctx.db.select().from(paymentEvents).where(eq(paymentEvents.orderId, order.id));
    expect(events.filter(({ summary }) => summary.includes("a part of the money"))).toHaveLength(1);
    await transfer(attempt);
    await syncPayment(ctx, attempt.id, "push");
    expect(await read(token)).toMatchObject({
      order: { state: "confirmed", received: 1500 },
      attempt: { state: "accepted", partReceivedAt: null },
    });
  });

  it("stays to be seen when the rest never came", async () => {
    const { attempt, token } = await place({ method: "prepaid" });
    await transfer(attempt, "too_little");
    await syncPayment(ctx, attempt.id, "push");
    clock.advance(11 * 24 * 3_600_000);
    expect(await expireOrders(ctx)).toBe(1);
    const after = await read(token);
    expect(after.order).toMatchObject({ state: "expired", received: 0 });
    expect(after.attempt.partReceivedAt).not.toBeNull();
  });
});

describe("invoice on the shop's own page", () => {
  it("may ship before the money", async () => {
    const { order, attempt } = await place({ method: "invoice" });
    expect(attempt).toMatchObject({ state: "accepted", simpleStatus: 14 });
    expect(attempt.transfer?.iban).toMatch(/^DE\d{20}$/);
    expect(order).toMatchObject({ state: "confirmed", received: 0 });
  });

  it("is found paid by the sweep, since that is not pushed; a part of the money does not count as paid", async () => {
    const { attempt, token } = await place({ method: "invoice" });
    await ctx.secuconnect.capture(attempt.pciId ?? "", {
      carrier: "DHL",
      trackingId: "1",
      invoiceNumber: "R1",
    });
    await transfer(attempt, "too_little");
    await syncPayment(ctx, attempt.id, "admin");
    expect((await read(token)).order.received).toBe(0);
    expect((await read(token)).attempt.partReceivedAt).toEqual(clock.now());
    await transfer(attempt);
    clock.advance(7 * 3_600_000);
    await lookAtOpenPayments(ctx);
    expect((await read(token)).order.received).toBe(1500);
  });

  it("refused by scoring: the order stays and is paid another way", async () => {
    const { order, attempt, token } = await place({ method: "invoice", billing: refused });
    expect(attempt.state).toBe("failed");
    expect(order.state).toBe("open");
    expect(await payAgain(ctx, order.id, "prepaid")).toEqual({ ok: true, next: { kind: "order" } });
    const again = await read(token);
    expect(again.attempt).toMatchObject({
      state: "pending",
      method: "prepaid",
      merchantRef: `${order.number}-2`,
    });
    expect(await stockOf()).toEqual({ stock: 5, reserved: 1 });
  });
});

describe("hosted page", () => {
  it("sends the buyer to the method's own link and changes nothing by itself", async () => {
    const { next, attempt, order } = await place({ method: "creditcard" });
    expect(next.kind).toBe("redirect");
    expect(attempt).toMatchObject({ state: "created", flow: "hosted" });
    expect(order.state).toBe("open");
    expect(await syncPayment(ctx, attempt.id, "return")).toMatchObject({ state: "created" });
  });

  it("is closed over there before another way to pay is opened", async () => {
    const { order, token } = await place({ method: "creditcard" });
    expect(await payAgain(ctx, order.id, "prepaid")).toMatchObject({ ok: true });
    expect((await read(token)).attempt).toMatchObject({ method: "prepaid", state: "pending" });
    expect((await atSandbox(order)).map(({ status }) => status).sort()).toEqual(["aborted", "pending"]);
  });

  it("refuses a link to a host that is not allowed", async () => {
    const strict = { ...ctx, settings: { ...ctx.settings, payHosts: ["pay.secupay.com"] } };
    expect((await place({ method: "creditcard" }, strict)).next).toEqual({ kind: "order" });
  });
});

describe("one order per click", () => {
  it("ten parallel submits of one form are one order and one transaction", async () => {
    const input: PlaceInput = placeInput(sku);
    const results = await Promise.all(Array.from({ length: 10 }, () => placeOrder(ctx, input)));
    const tokens = new Set(results.map((result) => (result.ok ? result.token : result.reason)));
    expect(tokens.size).toBe(1);
    const { order } = await read([...tokens][0] ?? "");
    expect(await atSandbox(order)).toHaveLength(1);
    expect(await stockOf()).toEqual({ stock: 5, reserved: 1 });
  });

  it("twenty parallel orders for the last piece: exactly one gets it", async () => {
    await ctx.db.update(products).set({ stock: 1 }).where(eq(products.sku, sku));
    const results = await Promise.all(
      Array.from({ length: 20 }, () => placeOrder(ctx, placeInput(sku, { method: "creditcard" }))),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.reason === "out_of_stock")).toHaveLength(19);
    expect(await stockOf()).toEqual({ stock: 1, reserved: 1 });
  });
});

describe("secuconnect in trouble", () => {
  it("down: the order stays as not started and begins later, once", async () => {
    const dead = testContext(database.db, "http://127.0.0.1:1", clock);
    const { order, attempt, token } = await place({}, dead);
    expect(attempt).toMatchObject({ state: "new", stxId: null });
    expect(order.state).toBe("open");
    expect(await payAgain(ctx, order.id, "prepaid")).toMatchObject({ ok: true });
    expect((await read(token)).attempt.state).toBe("pending");
    expect(await atSandbox(order)).toHaveLength(1);
  });

  it.each(["cut_after", "bad_json", "502"])(
    "answer to the create lost by %s: found by its reference, not made twice",
    async (kind) => {
      await ctx.secuconnect.availablePaymentMethods(ctx.settings.contractId, {
        currency: "EUR",
        isDemo: true,
      });
      await sandbox.operator("/faults", { kind, match: "POST /api/v2/Smart/Transactions", times: 1 });
      const { order, token } = await place();
      clock.advance(61_000);
      await lookAtOpenPayments(ctx);
      await payAgain(ctx, order.id, "prepaid");
      expect((await read(token)).attempt.state).toBe("pending");
      expect(await atSandbox(order)).toHaveLength(1);
    },
  );

  it("slow beyond the timeout at start: what happened is read, not repeated", async () => {
    const hasty = testContext(database.db, sandbox.url, clock, 700);
    await hasty.secuconnect.availablePaymentMethods(ctx.settings.contractId, {
      currency: "EUR",
      isDemo: true,
    });
    await sandbox.operator("/faults", { kind: "latency", ms: 1500, match: "/start/prepaid", times: 1 });
    const { token, order } = await place({}, hasty);
    clock.advance(61_000);
    await new Promise<void>(
      (resolve) =>
        void waitUntil(async () => (await atSandbox(order))[0]?.status === "pending").then(resolve),
    );
    await lookAtOpenPayments(ctx);
    expect((await read(token)).attempt.state).toBe("pending");
    expect(await atSandbox(order)).toHaveLength(1);
  });

  it.each(["wrong_amount", "wrong_currency"])("%s read back: flagged, not paid", async (kind) => {
    const { attempt, token } = await place();
    await transfer(attempt);
    await sandbox.operator("/faults", { kind, match: "/Smart/Transactions/", times: 1 });
    await syncPayment(ctx, attempt.id, "poll");
    expect(await read(token)).toMatchObject({
      order: { flag: "amount_mismatch", state: "open", received: 0 },
      attempt: { state: "pending" },
    });
  });
});

describe("after the payment", () => {
  it("a charge-back stops the order, its end lets it go on", async () => {
    const { attempt, token, order } = await place();
    await transfer(attempt);
    await syncPayment(ctx, attempt.id, "poll");
    await sandbox.operator(`/transactions/${attempt.stxId}/charge-back`, {});
    await syncPayment(ctx, attempt.id, "push");
    expect((await read(token)).order.flag).toBe("charge_back");
    expect(await owed(order)).toContain("charge_back");
    await sandbox.operator(`/transactions/${attempt.stxId}/issue-resolved`, {});
    await syncPayment(ctx, attempt.id, "push");
    expect((await read(token)).order.flag).toBeNull();
  });

  it("refunds made elsewhere are found and counted once", async () => {
    const { attempt, token } = await place({ quantity: 2 });
    await transfer(attempt);
    await syncPayment(ctx, attempt.id, "poll");
    await sandbox.operator(`/transactions/${attempt.stxId}/refund`, { amount: 500 });
    await syncPayment(ctx, attempt.id, "push");
    await syncPayment(ctx, attempt.id, "push");
    expect((await read(token)).order).toMatchObject({ received: 3000, refunded: 500, state: "confirmed" });
    await sandbox.operator(`/transactions/${attempt.stxId}/refund`, {});
    await syncPayment(ctx, attempt.id, "push");
    expect(await read(token)).toMatchObject({
      order: { received: 3000, refunded: 3000, state: "cancelled" },
      attempt: { state: "refunded" },
    });
    expect(await stockOf()).toEqual({ stock: 5, reserved: 0 });
  });

  it("money for a lapsed order: delivered if there is stock, else a case for a person", async () => {
    const first = await place({ quantity: 5 });
    await ctx.db.update(orders).set({ state: "expired" }).where(eq(orders.id, first.order.id));
    await ctx.db.update(stockHolds).set({ state: "released" }).where(eq(stockHolds.orderId, first.order.id));
    await ctx.db.update(products).set({ reserved: 0, stock: 4 }).where(eq(products.sku, sku));
    await transfer(first.attempt);
    await syncPayment(ctx, first.attempt.id, "sweep");
    expect((await read(first.token)).order).toMatchObject({
      flag: "paid_not_deliverable",
      received: 7500,
      state: "expired",
    });
    expect(await stockOf()).toEqual({ stock: 4, reserved: 0 });
  });
});

describe("push", () => {
  const push = (id: string, pciId: string): Push => ({
    id,
    target: "payment.transactions",
    type: "changed",
    data: [{ object: "payment.transactions", id: pciId }],
  });

  it("is kept once and only makes the shop look", async () => {
    const { order, attempt, token } = await place();
    const event = push(`evt_${order.number}`, attempt.pciId ?? "");
    expect(await keepPush(ctx, order.id, event)).toBe(true);
    expect(await keepPush(ctx, order.id, event)).toBe(false);
    await followPush(ctx, order.id, event);
    expect((await read(token)).order.state).toBe("open");
    await transfer(attempt);
    await followPush(ctx, order.id, event);
    expect((await read(token)).order.state).toBe("confirmed");
  });

  it("about a foreign payment is ignored and noted", async () => {
    const { order } = await place();
    const foreign = await place();
    await followPush(ctx, order.id, push(`evt_f${order.number}`, foreign.attempt.pciId ?? ""));
    const notes = await ctx.db.select().from(paymentEvents).where(eq(paymentEvents.orderId, order.id));
    expect(notes.filter(({ kind }) => kind === "ignored")).toHaveLength(1);
  });
});

describe("begin", () => {
  it("carried on after a crash between authorising and starting", async () => {
    const { attempt, token, order } = await place(
      { method: "invoice" },
      testContext(database.db, "http://127.0.0.1:1", clock),
    );
    const created = await ctx.secuconnect.createTransaction(
      transactionRequest(ctx.settings, order, await linesOf(order), attempt),
    );
    await ctx.secuconnect.prepare(created.id, "invoice");
    await ctx.db
      .update(paymentAttempts)
      .set({ createSentAt: clock.now(), leaseUntil: clock.now() })
      .where(eq(paymentAttempts.id, attempt.id));
    clock.advance(61_000);
    await lookAtOpenPayments(ctx);
    expect((await read(token)).order.state).toBe("confirmed");
    expect(await atSandbox(order)).toHaveLength(1);
  });

  it("does nothing for an attempt that is already under way elsewhere", async () => {
    const { attempt } = await place({ method: "creditcard" });
    await ctx.db
      .update(paymentAttempts)
      .set({ leaseUntil: new Date(clock.now().getTime() + 60_000) })
      .where(eq(paymentAttempts.id, attempt.id));
    expect(await beginPayment(ctx, attempt.id, "place")).toMatchObject({ kind: "redirect" });
  });
});

async function linesOf(order: Order) {
  return ctx.db.select().from(orderLines).where(eq(orderLines.orderId, order.id));
}

async function waitUntil(done: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await done())) {
    if (Date.now() > deadline) throw new Error("waited in vain");
    await new Promise((resolve) => setImmediate(resolve));
  }
}
