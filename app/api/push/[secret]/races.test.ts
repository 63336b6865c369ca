import { createServer, type Server } from "node:http";
import { eq, sql } from "drizzle-orm";
import type PgBoss from "pg-boss";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { comeBack } from "@/app/[locale]/(shop)/checkout/come-back";
import type { Context } from "@/lib/context";
import type { OpenDb } from "@/lib/db/client";
import { rowsOf } from "@/lib/db/queue-sql";
import { ledger, type Order, orders, outbox, paymentAttempts, products, stockHolds } from "@/lib/db/schema";
import { closeQueues, openQueues } from "@/lib/jobs/queues";
import { runJobs } from "@/lib/jobs/run";
import { placeOrder } from "@/lib/orders/place";
import type { PaymentMethod } from "@/lib/payments/methods";
import { placeInput, stockArticle, type TestClock, testClock, testContext } from "@/lib/testing/context";
import { openTestDatabase } from "@/lib/testing/database";
import { payOnHostedPage } from "@/lib/testing/pay-page";
import { startSandbox, type TestSandbox } from "@/lib/testing/sandbox";
import { eventually } from "@/lib/testing/wait";
import { POST } from "./route";

let database: OpenDb;
let sandbox: TestSandbox;
let queues: PgBoss;
let ctx: Context;
let shop: Server;
let clock: TestClock;

beforeAll(async () => {
  [database, sandbox] = await Promise.all([openTestDatabase(), startSandbox()]);
  queues = await openQueues(database.queue, () => {});
  shop = await listen();
  clock = testClock();
  const context = testContext(database.db, sandbox.url, clock);
  ctx = {
    ...context,
    settings: { ...context.settings, appUrl: addressOf(shop), ownPages: ["prepaid", "invoice"] },
  };
  globalThis.kontorRuntime = Promise.resolve({ context: ctx, database, queues });
  await stockArticle(ctx.db, "R-1", 500);
});
beforeEach(() => {
  globalThis.kontorJobs = runJobs(ctx, queues);
});
afterEach(async () => {
  await quiet();
  await globalThis.kontorJobs?.stop();
  await setPushes({ drop: false, duplicate: false, reorder: false, delay_ms: 0 });
});
afterAll(async () => {
  if (queues) await closeQueues(queues);
  await sandbox?.stop();
  shop?.close();
  await database?.close();
});

/** The shop's push address over real HTTP, as the sandbox calls it. */
async function listen(): Promise<Server> {
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const url = new URL(incoming.url ?? "/", "http://127.0.0.1");
    const request = new Request(url, { method: "POST", body: Buffer.concat(chunks) });
    const secret = url.pathname.split("/").at(-1) ?? "";
    const answer = await POST(request, { params: Promise.resolve({ secret }) });
    outgoing.writeHead(answer.status).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

function addressOf(server: Server): string {
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
}

const setPushes = (mode: Record<string, unknown>) => sandbox.operator("/push-mode", mode, "PUT");
const quiet = () =>
  eventually(async () => (await queues.getQueueSize("follow-push", { before: "completed" })) === 0);

async function place(method: PaymentMethod): Promise<{ order: Order; payUrl: string | null }> {
  const result = await placeOrder(ctx, placeInput("R-1", { method }));
  if (!result.ok) throw new Error(result.reason);
  const [order] = await ctx.db.select().from(orders).where(eq(orders.token, result.token));
  if (!order) throw new Error("no order");
  return { order, payUrl: result.next.kind === "redirect" ? result.next.url : null };
}

const attemptsOf = (order: Order) =>
  ctx.db.select().from(paymentAttempts).where(eq(paymentAttempts.orderId, order.id));
const stxOf = async (order: Order) => (await attemptsOf(order))[0]?.stxId ?? "";

/** What the buyer and their bank do. An invoice is accepted while the order is placed. */
async function pay(method: PaymentMethod): Promise<Order> {
  const { order, payUrl } = await place(method);
  if (payUrl) expect(await payOnHostedPage(payUrl)).toContain("/checkout/success?");
  if (method === "prepaid")
    await sandbox.operator(`/transactions/${await stxOf(order)}/transfer`, { kind: "exact" });
  return order;
}

const comesBack = (order: Order, end = "success") =>
  comeBack(new Request(`http://127.0.0.1/de/checkout/${end}?order=${order.token}`), "de");

/** Sends everything the sandbox has to tell of the order, as if it were sent for the first time. */
async function pushesArrive(order: Order): Promise<void> {
  const pushes = (await sandbox.operator(`/pushes?stx=${await stxOf(order)}`)) as { id: string }[];
  expect(pushes.length).toBeGreaterThan(0);
  await Promise.all(pushes.map(({ id }) => sandbox.operator(`/pushes/${id}/resend`, {})));
}

const confirmed = (order: Order) =>
  eventually(async () => {
    const [row] = await ctx.db.select({ state: orders.state }).from(orders).where(eq(orders.id, order.id));
    return row?.state === "confirmed";
  });

const ways: Record<string, (method: PaymentMethod) => Promise<Order>> = {
  "push before return": async (method) => {
    const order = await pay(method);
    await confirmed(order);
    await comesBack(order);
    return order;
  },
  "return before push": async (method) => {
    await setPushes({ drop: true });
    const order = await pay(method);
    await comesBack(order);
    await confirmed(order);
    await pushesArrive(order);
    return order;
  },
  "both at once": async (method) => {
    await setPushes({ drop: true });
    const order = await pay(method);
    await Promise.all([comesBack(order), pushesArrive(order), comesBack(order)]);
    return order;
  },
  "push only": async (method) => {
    const order = await pay(method);
    await confirmed(order);
    return order;
  },
  "return only": async (method) => {
    await setPushes({ drop: true });
    const order = await pay(method);
    await comesBack(order);
    return order;
  },
  "pushes twice and out of order": async (method) => {
    await setPushes({ duplicate: true, reorder: true });
    const order = await pay(method);
    await comesBack(order, "abort");
    await setPushes({ reorder: false });
    await pushesArrive(order);
    return order;
  },
};
const methods = ["prepaid", "invoice", "creditcard", "debit", "paypal", "sofort"] as const;

describe.each(methods)("%s", (method) => {
  it.each(Object.keys(ways))("%s: paid once, told once", async (name) => {
    const order = (await ways[name]?.(method)) ?? (await place(method)).order;
    await quiet();
    const [after] = await ctx.db.select().from(orders).where(eq(orders.id, order.id));
    expect(after).toMatchObject({
      state: "confirmed",
      flag: null,
      received: method === "invoice" ? 0 : 1500,
      refunded: 0,
    });
    expect(await attemptsOf(order)).toMatchObject([{ state: "accepted" }]);
    const booked = await ctx.db.select().from(ledger).where(eq(ledger.orderId, order.id));
    expect(booked).toHaveLength(method === "invoice" ? 0 : 1);
    const mails = await ctx.db.select().from(outbox).where(eq(outbox.orderId, order.id));
    expect(mails.map(({ kind }) => kind).sort()).toEqual([
      "new_order",
      "order_received",
      "payment_accepted",
      ...(method === "prepaid" ? ["transfer_details"] : []),
    ]);
    const holds = await ctx.db.select().from(stockHolds).where(eq(stockHolds.orderId, order.id));
    expect(holds).toMatchObject([{ state: "consumed", quantity: 1 }]);
  });
});

describe("no push comes", () => {
  it("and the buyer closes the tab: the next round of looking finds the money", async () => {
    await setPushes({ drop: true });
    const order = await pay("creditcard");
    clock.advance(30_000);
    await queues.send("sweep", {});
    globalThis.kontorJobs?.wake("sweep");
    await confirmed(order);
  });

  it("because secuconnect does not answer when it is followed: it is followed again later", async () => {
    const { order, payUrl } = await place("creditcard");
    await sandbox.operator("/faults", { kind: "500", match: "GET /api/v2/Smart/Transactions" });
    await payOnHostedPage(payUrl ?? "");
    const waiting = async () => {
      const found = await ctx.db.execute(
        sql`select id from pgboss.job where name = 'follow-push' and state = 'retry' and start_after > now()`,
      );
      return rowsOf(found).length > 0;
    };
    await eventually(waiting);
    await sandbox.operator("/faults", undefined, "DELETE");
    await ctx.db.execute(sql`update pgboss.job set start_after = now() where state = 'retry'`);
    globalThis.kontorJobs?.wake("follow-push");
    await confirmed(order);
  });
});

it("believes no address: success for an unpaid order changes nothing", async () => {
  const { order } = await place("creditcard");
  for (const end of ["success", "error", "abort"]) {
    expect((await comesBack(order, end)).headers.get("location")).toContain(`/orders/${order.token}`);
  }
  const [after] = await ctx.db.select().from(orders).where(eq(orders.id, order.id));
  expect(after).toMatchObject({ state: "open", received: 0 });
});

it("keeps the books right over all of that", async () => {
  const [article] = await ctx.db.select().from(products).where(eq(products.sku, "R-1"));
  const holds = await ctx.db.select().from(stockHolds);
  const pieces = (state: string) =>
    holds.filter((hold) => hold.state === state).reduce((sum, { quantity }) => sum + quantity, 0);
  expect(article).toMatchObject({ stock: 500 - pieces("consumed"), reserved: pieces("held") });
});
