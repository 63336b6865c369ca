import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { withRoundUp } from "@/lib/basket/change";
import { priceBasket } from "@/lib/basket/commands";
import type { Context } from "@/lib/context";
import type { OpenDb } from "@/lib/db/client";
import { coupons, type Delivery, orderLines, orders, paymentAttempts } from "@/lib/db/schema";
import { cents } from "@/lib/money";
import { placeOrder } from "@/lib/orders/place";
import { placeInput, stockArticle, testClock, testContext } from "@/lib/testing/context";
import { openTestDatabase } from "@/lib/testing/database";
import { startSandbox, type TestSandbox } from "@/lib/testing/sandbox";

let sandbox: TestSandbox;
let open: OpenDb;
let ctx: Context;

beforeAll(async () => {
  [sandbox, open] = await Promise.all([startSandbox(), openTestDatabase()]);
  ctx = testContext(open.db, sandbox.url, testClock());
  await stockArticle(open.db, "PEN-1", 10);
  await open.db.insert(coupons).values({ code: "ODD", amount: cents(333), minimum: cents(0) });
});
afterAll(async () => {
  await Promise.all([sandbox?.stop(), open?.close()]);
});

it.each<[Delivery, number, number]>([
  ["shipping", 43, 1700],
  ["collection", 33, 1200],
])("what is rounded up (%s) is frozen, sent and charged to the cent", async (delivery, donation, total) => {
  const basket = withRoundUp({ items: [{ sku: "PEN-1", quantity: 1 }], coupon: "ODD" }, true);
  const { priced } = await priceBasket(open.db, basket, { locale: "de", now: ctx.now(), delivery });
  const placed = await placeOrder(ctx, placeInput("PEN-1", { method: "invoice", delivery, priced }));
  if (!placed.ok) throw new Error(placed.reason);

  const [order] = await open.db.select().from(orders).where(eq(orders.token, placed.token));
  const lines = await open.db
    .select()
    .from(orderLines)
    .where(eq(orderLines.orderId, order?.id ?? ""));
  const [attempt] = await open.db
    .select()
    .from(paymentAttempts)
    .where(eq(paymentAttempts.orderId, order?.id ?? ""));
  expect(order).toMatchObject({ total, state: "confirmed", flag: null });
  expect(lines.find(({ type }) => type === "donation")).toMatchObject({ total: donation, vatPercent: 0 });
  const sum = lines.reduce((all, line) => all + (line.type === "coupon" ? -line.total : line.total), 0);
  expect(sum).toBe(total);
  expect((await ctx.secuconnect.readTransaction(attempt?.stxId ?? "")).amount).toBe(total);
});
