import { spawn } from "node:child_process";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Context } from "@/lib/context";
import { type OpenDb, openDatabase } from "@/lib/db/client";
import { ledger, orders, outbox, paymentAttempts, products, stockHolds } from "@/lib/db/schema";
import { placeOrder } from "@/lib/orders/place";
import { expireOrders } from "@/lib/payments/expire";
import { type FaultPoint, faultPoints } from "@/lib/payments/fault-points";
import type { PaymentMethod } from "@/lib/payments/methods";
import { lookAtOpenPayments } from "@/lib/payments/sweep";
import { placeInput, stockArticle, type TestClock, testClock, testContext } from "@/lib/testing/context";
import type { CrashTask } from "@/lib/testing/crash-child";
import { type DatabasePlace, makeTestDatabase } from "@/lib/testing/database";
import { startSandbox, type TestSandbox } from "@/lib/testing/sandbox";

type Case = { method: PaymentMethod; point: FaultPoint; formToken: string };

const cases = (method: PaymentMethod, points: readonly FaultPoint[], tag: string): Case[] =>
  points.map((point) => ({ method, point, formToken: `${tag} ${method} ${point}` }));
const returning = [
  ...cases("invoice", faultPoints, "back"),
  ...cases("creditcard", ["create-marked", "transaction-created", "transaction-kept"], "back"),
];
const gone = cases("prepaid", ["order-stored", "transaction-created", "started"], "gone");
const paid = cases("prepaid", ["observed", "applying", "applied"], "paid");
/** What the sweep alone, with no word from the buyer, must have made of an order; hosted pages wait for the buyer. */
const repaired = { invoice: "accepted", creditcard: "created", prepaid: "pending" } as Record<string, string>;
const nothingSent: readonly FaultPoint[] = ["order-stored", "lease-taken"];

const sku = "CRASH";
const stock = 100;
let place: DatabasePlace;
let sandbox: TestSandbox;
let database: OpenDb;
let clock: TestClock;
let ctx: Context;

beforeAll(async () => {
  [place, sandbox] = await Promise.all([makeTestDatabase(), startSandbox()]);
  const waiting = await preparePaid();
  for (const { method, point, formToken } of [...returning, ...gone]) {
    expect(await child({ sku, formToken, method }, point)).toBe("SIGKILL");
  }
  for (const [attemptId, point] of waiting) expect(await child({ attemptId }, point)).toBe("SIGKILL");
  database = await openDatabase(place);
  clock = testClock();
  ctx = testContext(database.db, sandbox.url, clock);
  clock.advance(120_000);
  await lookAtOpenPayments(ctx);
}, 240_000);
afterAll(async () => {
  await database?.close();
  await sandbox?.stop();
  await place?.remove();
});

/** Orders that wait for a transfer which has just arrived, each with the point where the look at it will end. */
async function preparePaid(): Promise<[string, FaultPoint][]> {
  const open = await openDatabase(place);
  await stockArticle(open.db, sku, stock);
  const before = testContext(open.db, sandbox.url, testClock());
  const waiting: [string, FaultPoint][] = [];
  for (const { method, point, formToken } of paid) {
    await placeOrder(before, placeInput(sku, { formToken, method }));
    const [row] = await open.db
      .select({ attemptId: paymentAttempts.id, stxId: paymentAttempts.stxId })
      .from(paymentAttempts)
      .innerJoin(orders, eq(orders.id, paymentAttempts.orderId))
      .where(eq(orders.formToken, formToken));
    await sandbox.operator(`/transactions/${row?.stxId}/transfer`, { kind: "exact" });
    waiting.push([row?.attemptId ?? "", point]);
  }
  await open.close();
  return waiting;
}

/** Lets a process of its own work until it dies at the point; answers the signal it died of. */
function child(work: CrashTask["work"], point: FaultPoint): Promise<string | null> {
  const { url, dataDir } = place;
  const task: CrashTask = { ...(url ? { url } : {}), dataDir, sandboxUrl: sandbox.url, work };
  const args = [
    "--conditions=react-server",
    "--import",
    "tsx",
    "lib/testing/crash-child.ts",
    JSON.stringify(task),
  ];
  const running = spawn(process.execPath, args, {
    env: { ...process.env, KONTOR_TEST: "1", KONTOR_FAULT: point },
    stdio: ["ignore", "inherit", "inherit"],
  });
  return new Promise((resolve) => running.on("close", (_, signal) => resolve(signal)));
}

async function read(formToken: string) {
  const found = await ctx.db.select().from(orders).where(eq(orders.formToken, formToken));
  const [order] = found;
  if (!order || found.length > 1) throw new Error(`${found.length} orders for ${formToken}`);
  const attempts = await ctx.db.select().from(paymentAttempts).where(eq(paymentAttempts.orderId, order.id));
  const mails = await ctx.db.select().from(outbox).where(eq(outbox.orderId, order.id));
  const { data } = (await sandbox.operator("/transactions?count=1000")) as {
    data: { merchantRef: string; status: string }[];
  };
  const there = data.filter(({ merchantRef }) => merchantRef === order.number).map(({ status }) => status);
  return { order, attempts, there, mails: mails.map(({ kind }) => kind).sort() };
}

async function stockSums() {
  const [article] = await ctx.db.select().from(products).where(eq(products.sku, sku));
  const holds = await ctx.db.select().from(stockHolds);
  const sum = (state: string) =>
    holds.filter((hold) => hold.state === state).reduce((all, { quantity }) => all + quantity, 0);
  return {
    seen: { stock: article?.stock, reserved: article?.reserved },
    due: { stock: stock - sum("consumed"), reserved: sum("held") },
  };
}

describe.each(returning)("$method, killed at $point", ({ method, point, formToken }) => {
  it("is there after the restart, and the sweep has done what the buyer need not do", async () => {
    const { order, attempts, there } = await read(formToken);
    expect(attempts).toHaveLength(1);
    if (nothingSent.includes(point) || (point === "create-marked" && method === "creditcard")) {
      expect({ order: order.state, there }).toEqual({ order: "open", there: [] });
    } else {
      expect(attempts[0]?.state).toBe(repaired[method]);
      expect(there).toHaveLength(1);
    }
  });

  it("is the same order with one transaction when the buyer sends the form again", async () => {
    const before = await read(formToken);
    const again = await placeOrder(ctx, placeInput(sku, { formToken, method }));
    expect(again).toMatchObject({ ok: true, token: before.order.token });
    if (method === "creditcard") expect(again).toMatchObject({ next: { kind: "redirect" } });
    const { attempts, there, mails } = await read(formToken);
    expect(attempts).toMatchObject([{ state: repaired[method] }]);
    expect(there).toHaveLength(1);
    expect(new Set(mails).size).toBe(mails.length);
    expect(mails).toContain("order_received");
    const { seen, due } = await stockSums();
    expect(seen).toEqual(due);
  });
});

describe.each(paid)("money that came, killed at $point", ({ formToken }) => {
  it("is booked once by the sweep", async () => {
    const { order, mails } = await read(formToken);
    expect(order).toMatchObject({ state: "confirmed", received: 1500, flag: null });
    expect(await ctx.db.select().from(ledger).where(eq(ledger.orderId, order.id))).toHaveLength(1);
    expect(mails).toEqual(["new_order", "order_received", "payment_accepted", "transfer_details"]);
  });
});

describe("a buyer who never comes back", () => {
  it("leaves no stock kept and nothing that could still be paid", async () => {
    clock.advance(11 * 24 * 3_600_000);
    await lookAtOpenPayments(ctx);
    await expireOrders(ctx);
    for (const { formToken } of gone) {
      const { order, there } = await read(formToken);
      expect({ formToken, state: order.state }).toEqual({ formToken, state: "expired" });
      expect(there.filter((status) => status !== "cancelled" && status !== "aborted")).toEqual([]);
    }
    const { seen, due } = await stockSums();
    expect(seen).toEqual(due);
    expect(seen.reserved).toBe(0);
  });
});
