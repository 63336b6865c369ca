import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Context } from "@/lib/context";
import type { OpenDb } from "@/lib/db/client";
import { type Coupon, coupons, orders, products } from "@/lib/db/schema";
import { cents } from "@/lib/money";
import { placeOrder } from "@/lib/orders/place";
import { placeInput, stockArticle, type TestClock, testClock, testContext } from "@/lib/testing/context";
import { openTestDatabase } from "@/lib/testing/database";
import { startSandbox, type TestSandbox } from "@/lib/testing/sandbox";

const sku = "PEN-1";
let sandbox: TestSandbox;
let open: OpenDb;
let clock: TestClock;
let ctx: Context;

beforeAll(async () => {
  [sandbox, open] = await Promise.all([startSandbox(), openTestDatabase()]);
  clock = testClock();
  ctx = testContext(open.db, sandbox.url, clock);
  await stockArticle(open.db, sku, 100);
});
afterAll(async () => {
  await Promise.all([sandbox?.stop(), open?.close()]);
});

async function offer(code: string, over: Partial<Coupon> = {}) {
  await open.db.insert(coupons).values({ code, amount: cents(500), minimum: cents(0), ...over });
}

/** An order as the checkout hands it over when this coupon counted a moment ago. */
function withCoupon(code: string) {
  const input = placeInput(sku, { method: "invoice" });
  const discount = cents(500);
  const total = cents(input.priced.total - discount);
  const line = { type: "coupon", sku: null, name: code, quantity: 1, vatPercent: 19 } as const;
  const lines = [...input.priced.lines, { ...line, unitPrice: discount, total: discount }];
  return placeOrder(ctx, { ...input, priced: { ...input.priced, lines, discount, total, couponCode: code } });
}

const usesOf = async (code: string) =>
  (await open.db.select().from(coupons).where(eq(coupons.code, code)))[0]?.uses;
const ordersWith = (code: string) => open.db.select().from(orders).where(eq(orders.couponCode, code));

describe("a coupon with a number of uses", () => {
  it("is redeemed exactly that often by 20 orders at once; the others leave no order and no held stock", async () => {
    await offer("FIVE", { maxUses: 5 });
    const results = await Promise.all(Array.from({ length: 20 }, () => withCoupon("FIVE")));
    expect(results.filter((result) => result.ok)).toHaveLength(5);
    expect(results.filter((result) => !result.ok && result.reason === "coupon_used_up")).toHaveLength(15);
    expect(await usesOf("FIVE")).toBe(5);
    expect(await ordersWith("FIVE")).toHaveLength(5);
    const [product] = await open.db.select().from(products).where(eq(products.sku, sku));
    expect(product).toMatchObject({ stock: 95, reserved: 0 });
  }, 60_000);

  it("is used once by the same click twice", async () => {
    await offer("CLICK", { maxUses: 2 });
    const input = placeInput(sku, { method: "invoice" });
    const priced = { ...input.priced, couponCode: "CLICK" };
    const results = await Promise.all([1, 2].map(() => placeOrder(ctx, { ...input, priced })));
    expect(results.map((result) => result.ok && result.token)).toEqual([
      expect.any(String),
      results[0]?.ok && results[0].token,
    ]);
    expect(await usesOf("CLICK")).toBe(1);
  });
});

describe("a coupon that ends", () => {
  it("is refused from that moment on, even when the summary was shown before", async () => {
    await offer("TODAY", { validUntil: new Date(clock.now().getTime() + 1000) });
    expect(await withCoupon("TODAY")).toMatchObject({ ok: true });
    clock.advance(1000);
    expect(await withCoupon("TODAY")).toEqual({ ok: false, reason: "coupon_used_up" });
    await offer("OFF", { active: false });
    expect(await withCoupon("OFF")).toEqual({ ok: false, reason: "coupon_used_up" });
    expect(await usesOf("TODAY")).toBe(1);
  });
});
