import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Context } from "@/lib/context";
import type { OpenDb } from "@/lib/db/client";
import { ledger, orders, outbox, type PaymentAttempt, paymentAttempts, stockHolds } from "@/lib/db/schema";
import { placeOrder } from "@/lib/orders/place";
import { applyObservation } from "@/lib/payments/apply";
import type { PaymentMethod } from "@/lib/payments/methods";
import { type Observation, observe } from "@/lib/payments/observe";
import { syncPayment } from "@/lib/payments/sync";
import { placeInput, stockArticle, testClock, testContext } from "@/lib/testing/context";
import { openTestDatabase } from "@/lib/testing/database";
import { payOnHostedPage } from "@/lib/testing/pay-page";
import { startSandbox, type TestSandbox } from "@/lib/testing/sandbox";

let database: OpenDb;
let sandbox: TestSandbox;
let ctx: Context;

beforeAll(async () => {
  [database, sandbox] = await Promise.all([openTestDatabase(), startSandbox()]);
  await stockArticle(database.db, "P-1", 1000);
});
beforeEach(() => {
  ctx = testContext(database.db, sandbox.url, testClock());
});
afterAll(async () => {
  await sandbox?.stop();
  await database?.close();
});

type Started = PaymentAttempt & { stxId: string };
type Step = (attempt: Started) => Promise<unknown>;
const operator =
  (action: string, body: unknown): Step =>
  ({ stxId }) =>
    sandbox.operator(`/transactions/${stxId}/${action}`, body);
const nothing: Step = async () => {};
const transfer = operator("transfer", { kind: "exact" });
const payByCard: Step = ({ payUrl }) => payOnHostedPage(payUrl ?? "");
const refund = operator("refund", { amount: 500 });
const chargeBack = operator("charge-back", {});

/** What happens at secuconnect, in order; after each step the shop could look, and keeps what it would see. */
const stories: { name: string; method: PaymentMethod; steps: Step[]; end: object }[] = [
  {
    name: "advance payment, two part refunds made elsewhere",
    method: "prepaid",
    steps: [nothing, transfer, refund, refund],
    end: {
      order: "confirmed",
      flag: null,
      received: 3000,
      refunded: 1000,
      attempt: "accepted",
      held: "consumed",
    },
  },
  {
    name: "card, part refund, charge-back",
    method: "creditcard",
    steps: [nothing, payByCard, refund, chargeBack],
    end: {
      order: "confirmed",
      flag: "charge_back",
      received: 3000,
      refunded: 500,
      attempt: "issue",
      held: "consumed",
    },
  },
];

/** Every order in which the items can come. */
function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, at) =>
    permutations(items.filter((_, other) => other !== at)).map((rest) => [item, ...rest]),
  );
}

async function start(method: PaymentMethod): Promise<Started> {
  const result = await placeOrder(ctx, placeInput("P-1", { method, quantity: 2 }));
  if (!result.ok) throw new Error(result.reason);
  const [row] = await ctx.db
    .select()
    .from(paymentAttempts)
    .innerJoin(orders, eq(orders.id, paymentAttempts.orderId))
    .where(eq(orders.token, result.token));
  const attempt = row?.payment_attempts;
  if (!attempt?.stxId) throw new Error("not begun");
  return { ...attempt, stxId: attempt.stxId };
}

async function record(attempt: Started, steps: readonly Step[]): Promise<Observation[]> {
  const seen: Observation[] = [];
  for (const step of steps) {
    await step(attempt);
    seen.push(await observe(ctx, attempt, {}));
  }
  return seen;
}

async function outcome({ id, orderId }: Started) {
  const [order] = await ctx.db.select().from(orders).where(eq(orders.id, orderId));
  const [attempt] = await ctx.db.select().from(paymentAttempts).where(eq(paymentAttempts.id, id));
  const holds = await ctx.db.select().from(stockHolds).where(eq(stockHolds.orderId, orderId));
  return {
    order: order?.state,
    flag: order?.flag,
    received: order?.received,
    refunded: order?.refunded,
    attempt: attempt?.state,
    held: holds.map(({ state }) => state).join(),
  };
}

describe.each(stories)("$name", ({ method, steps, end }) => {
  const orderings = permutations(steps.map((_, at) => at)).map((order, nth) =>
    // Each look comes once, twice or three times; which one how often changes from ordering to ordering.
    order.flatMap((at) => Array.from({ length: ((at + nth) % 3) + 1 }, () => at)),
  );

  it.each(orderings.map((order) => ({ order: order.join(" ") })))("seen as $order", async ({ order }) => {
    const attempt = await start(method);
    const seen = await record(attempt, steps);
    for (const at of order.split(" ")) {
      const observation = seen[Number(at)];
      if (observation) await applyObservation(ctx, attempt.id, observation, "push");
    }
    const looks = await Promise.all([1, 2].map(() => syncPayment(ctx, attempt.id, "sweep")));
    expect(looks.filter((look) => !look.ok)).toEqual([]);
    expect(await outcome(attempt)).toEqual(end);

    const entries = await ctx.db.select().from(ledger).where(eq(ledger.orderId, attempt.orderId));
    expect(entries.filter(({ kind }) => kind === "received")).toHaveLength(1);
    const mails = await ctx.db.select().from(outbox).where(eq(outbox.orderId, attempt.orderId));
    expect(new Set(mails.map(({ kind }) => kind)).size).toBe(mails.length);
    expect(mails.map(({ kind }) => kind)).toContain("payment_accepted");
  });
});

it("a charge-back that is the first thing seen of a payment stops the order; its end lets the order go on", async () => {
  const attempt = await start("creditcard");
  await record(attempt, [payByCard, chargeBack]);
  await syncPayment(ctx, attempt.id, "sweep");
  expect(await outcome(attempt)).toMatchObject({ order: "open", flag: "charge_back", held: "held" });
  await operator("issue-resolved", {})(attempt);
  await syncPayment(ctx, attempt.id, "sweep");
  expect(await outcome(attempt)).toEqual({
    order: "confirmed",
    flag: null,
    received: 3000,
    refunded: 0,
    attempt: "accepted",
    held: "consumed",
  });
});
