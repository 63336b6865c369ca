import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Context } from "@/lib/context";
import type { OpenDb } from "@/lib/db/client";
import { orders, paymentAttempts } from "@/lib/db/schema";
import { placeOrder } from "@/lib/orders/place";
import type { PaymentMethod } from "@/lib/payments/methods";
import { lookAtOpenPayments } from "@/lib/payments/sweep";
import { placeInput, stockArticle, type TestClock, testClock, testContext } from "@/lib/testing/context";
import { openTestDatabase } from "@/lib/testing/database";
import { startSandbox, type TestSandbox } from "@/lib/testing/sandbox";

let database: OpenDb;
let sandbox: TestSandbox;
let clock: TestClock;
let ctx: Context;

beforeAll(async () => {
  [database, sandbox] = await Promise.all([openTestDatabase(), startSandbox()]);
  clock = testClock();
  ctx = testContext(database.db, sandbox.url, clock);
  await stockArticle(ctx.db, "PEN", 2000);
});
afterAll(async () => {
  await sandbox?.stop();
  await database?.close();
});

const minute = 60_000;

async function place(method: PaymentMethod) {
  const placed = await placeOrder(ctx, placeInput("PEN", { method }));
  if (!placed.ok) throw new Error(placed.reason);
  const read = async () => {
    const [order] = await ctx.db.select().from(orders).where(eq(orders.token, placed.token));
    if (!order) throw new Error("no order");
    const [attempt] = await ctx.db
      .select()
      .from(paymentAttempts)
      .where(eq(paymentAttempts.orderId, order.id));
    if (!attempt?.stxId) throw new Error("no transaction");
    return { order, attempt, stxId: attempt.stxId };
  };
  return read;
}

it("finds a refund and a charge-back whose pushes were lost", async () => {
  const read = await place("prepaid");
  const { stxId } = await read();
  await sandbox.operator(`/transactions/${stxId}/transfer`, { kind: "exact" });
  clock.advance(minute);
  await lookAtOpenPayments(ctx);
  expect((await read()).order.state).toBe("confirmed");

  await sandbox.operator(`/transactions/${stxId}/refund`, { amount: 200 });
  clock.advance(minute);
  await lookAtOpenPayments(ctx);
  expect((await read()).order.refunded).toBe(0);
  clock.advance(2 * minute);
  await lookAtOpenPayments(ctx);
  expect((await read()).order.refunded).toBe(200);

  clock.advance(20 * minute);
  await lookAtOpenPayments(ctx);
  await sandbox.operator(`/transactions/${stxId}/charge-back`, {});
  clock.advance(23 * 60 * minute);
  await lookAtOpenPayments(ctx);
  expect((await read()).order.flag).toBeNull();
  clock.advance(2 * 60 * minute);
  await lookAtOpenPayments(ctx);
  expect((await read()).order.flag).toBe("charge_back");
});

it("finds a young payment behind hundreds of old ones that are not due", async () => {
  const old = await place("invoice");
  const { attempt, order } = await old();
  const copies = Array.from({ length: 600 }, (_, index) => index);
  const lookedAt = ctx.now();
  await ctx.db.insert(orders).values(
    copies.map((index) => ({
      ...order,
      id: ctx.newId(),
      number: `OLD-${index}`,
      token: `old-token-${index}`,
      formToken: `old-form-${index}`,
    })),
  );
  const rows = await ctx.db.select({ id: orders.id, number: orders.number }).from(orders);
  await ctx.db.insert(paymentAttempts).values(
    rows
      .filter(({ number }) => number.startsWith("OLD-"))
      .map(({ id, number }) => ({
        ...attempt,
        id: ctx.newId(),
        orderId: id,
        merchantRef: number,
        stxId: `STX_${number}`,
        pciId: null,
        state: "accepted" as const,
        createdAt: new Date(lookedAt.getTime() - 5 * 24 * 60 * minute),
        lastCheckedAt: lookedAt,
      })),
  );
  clock.advance(minute);
  const young = await place("prepaid");
  await sandbox.operator(`/transactions/${(await young()).stxId}/transfer`, { kind: "exact" });
  clock.advance(minute);
  await lookAtOpenPayments(ctx);
  expect((await young()).order.state).toBe("confirmed");
});
