import { eq } from "drizzle-orm";
import type PgBoss from "pg-boss";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import type { Context } from "@/lib/context";
import type { OpenDb } from "@/lib/db/client";
import { type Order, orders, type PaymentAttempt, paymentAttempts, paymentEvents } from "@/lib/db/schema";
import { closeQueues, openQueues } from "@/lib/jobs/queues";
import { runJobs } from "@/lib/jobs/run";
import { placeOrder } from "@/lib/orders/place";
import { placeInput, stockArticle, testClock, testContext } from "@/lib/testing/context";
import { openTestDatabase } from "@/lib/testing/database";
import { startSandbox, type TestSandbox } from "@/lib/testing/sandbox";
import { eventually } from "@/lib/testing/wait";
import { POST } from "./route";

let database: OpenDb;
let sandbox: TestSandbox;
let queues: PgBoss;
let ctx: Context;
let count = 0;

beforeAll(async () => {
  [database, sandbox] = await Promise.all([openTestDatabase(), startSandbox()]);
  queues = await openQueues(database.queue, () => {});
  ctx = testContext(database.db, sandbox.url, testClock());
  globalThis.kontorRuntime = Promise.resolve({ context: ctx, database, queues });
  await stockArticle(ctx.db, "P-1", 100);
});
beforeEach(() => {
  globalThis.kontorJobs = runJobs(ctx, queues);
});
afterEach(async () => {
  await globalThis.kontorJobs?.stop();
  await sandbox.operator("/faults", undefined, "DELETE");
});
afterAll(async () => {
  if (queues) await closeQueues(queues);
  await sandbox?.stop();
  await database?.close();
});

async function place(): Promise<{ order: Order; attempt: PaymentAttempt }> {
  const result = await placeOrder(ctx, placeInput("P-1"));
  if (!result.ok) throw new Error(result.reason);
  const [row] = await ctx.db
    .select()
    .from(orders)
    .innerJoin(paymentAttempts, eq(paymentAttempts.orderId, orders.id))
    .where(eq(orders.token, result.token));
  if (!row) throw new Error("no order");
  return { order: row.orders, attempt: row.payment_attempts };
}

function push(secret: string, body: unknown): Promise<Response> {
  const request = new Request(`http://127.0.0.1/api/push/${secret}`, {
    method: "POST",
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return POST(request, { params: Promise.resolve({ secret }) });
}

const event = (pciId: string | null, target = "payment.transactions") => ({
  id: `evt_${++count}`,
  target,
  type: "changed",
  data: [{ object: "payment.transactions", id: pciId ?? "" }],
});

const orderState = async (order: Order) =>
  (await ctx.db.select({ state: orders.state }).from(orders).where(eq(orders.id, order.id)))[0]?.state;
const eventsOf = (order: Order) =>
  ctx.db.select().from(paymentEvents).where(eq(paymentEvents.orderId, order.id));
const transfer = (attempt: PaymentAttempt) =>
  sandbox.operator(`/transactions/${attempt.stxId}/transfer`, { kind: "exact" });

it("is answered before secuconnect is asked, in less than 100 ms, and is followed", async () => {
  const placed = [];
  for (let n = 0; n < 5; n++) placed.push(await place());
  for (const { attempt } of placed) await transfer(attempt);
  await sandbox.operator("/faults", { kind: "latency", ms: 400 });
  const times: number[] = [];
  for (const { order, attempt } of placed) {
    const begun = performance.now();
    const response = await push(order.pushSecret, event(attempt.pciId));
    times.push(performance.now() - begun);
    expect(response.status).toBe(200);
    expect(await orderState(order)).toBe("open");
  }
  times.sort((a, b) => a - b);
  expect(times[0]).toBeLessThan(100);
  expect(times[2]).toBeLessThan(400);
  await sandbox.operator("/faults", undefined, "DELETE");
  for (const { order } of placed) await eventually(async () => (await orderState(order)) === "confirmed");
});

it("with a wrong secret is 404 and leaves no trace", async () => {
  const before = await ctx.db.$count(paymentEvents);
  for (const secret of ["x", "a".repeat(32), "../../etc/passwd"]) {
    expect((await push(secret, event("PCI_1"))).status).toBe(404);
  }
  expect(await ctx.db.$count(paymentEvents)).toBe(before);
});

it("that nobody can read, or about something else, is 200 and harmless", async () => {
  const { order } = await place();
  for (const body of ["", "{", "[]", { id: 5 }, "x".repeat(50_000), event("X_1", "loyalty.cards")]) {
    expect((await push(order.pushSecret, body)).status).toBe(200);
  }
  await eventually(async () =>
    (await eventsOf(order)).some(({ summary }) => summary.startsWith("loyalty.cards")),
  );
  expect(await orderState(order)).toBe("open");
});

it("about another order's payment is noted and changes neither order", async () => {
  const [mine, theirs] = [await place(), await place()];
  await transfer(theirs.attempt);
  expect((await push(mine.order.pushSecret, event(theirs.attempt.pciId))).status).toBe(200);
  await eventually(async () => (await eventsOf(mine.order)).some(({ kind }) => kind === "ignored"));
  expect(await orderState(mine.order)).toBe("open");
  expect(await orderState(theirs.order)).toBe("open");
});

it("that comes twice is kept once", async () => {
  const { order, attempt } = await place();
  await transfer(attempt);
  const twice = event(attempt.pciId);
  const answers = await Promise.all([1, 2, 3].map(() => push(order.pushSecret, twice)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  await eventually(async () => (await orderState(order)) === "confirmed");
  expect((await eventsOf(order)).filter(({ kind }) => kind === "push")).toHaveLength(1);
});
