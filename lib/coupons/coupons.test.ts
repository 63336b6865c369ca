import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { enterCoupon } from "@/lib/basket/commands";
import type { Context } from "@/lib/context";
import { couponState, endCoupon, findCouponDetail, listCoupons, makeCoupon } from "@/lib/coupons/coupons";
import type { OpenDb } from "@/lib/db/client";
import { cents } from "@/lib/money";
import { stockArticle, type TestClock, testClock, testContext } from "@/lib/testing/context";
import { openTestDatabase } from "@/lib/testing/database";

let open: OpenDb;
let clock: TestClock;
let ctx: Context;

beforeAll(async () => {
  open = await openTestDatabase();
  clock = testClock();
  ctx = testContext(open.db, "http://127.0.0.1:9", clock);
  await stockArticle(open.db, "PEN-1", 10);
});
afterAll(() => open?.close());

const basket = { items: [{ sku: "PEN-1", quantity: 2 }], coupon: null };
const coupon = (code: string) => ({
  code,
  amount: cents(500),
  minimum: cents(1000),
  validUntil: new Date(ctx.now().getTime() + 3_600_000),
  maxUses: 2,
});

async function detail(code: string) {
  const found = await findCouponDetail(open.db, code);
  if (!found) throw new Error(`no ${code}`);
  return found;
}

describe("coupons", () => {
  it("count at once, and no longer once they are ended", async () => {
    expect(await makeCoupon(ctx, coupon("HERBST"))).toBe(true);
    expect(await makeCoupon(ctx, coupon("HERBST"))).toBe(false);
    expect((await enterCoupon(open.db, basket, "HERBST", ctx.now())).ok).toBe(true);
    expect(await endCoupon(open.db, "HERBST")).toBe(true);
    expect(await endCoupon(open.db, "HERBST")).toBe(false);
    expect(await enterCoupon(open.db, basket, "HERBST", ctx.now())).toMatchObject({
      reason: "coupon_unknown",
    });
    const { coupon: ended, orders } = await detail("HERBST");
    expect(couponState(ended, ctx.now())).toBe("ended");
    expect(orders).toEqual([]);
  });

  it("say why they no longer count", async () => {
    await makeCoupon(ctx, coupon("WINTER"));
    const { coupon: made } = await detail("WINTER");
    expect(couponState(made, ctx.now())).toBe("valid");
    expect(couponState({ ...made, uses: 2 }, ctx.now())).toBe("usedUp");
    expect(couponState(made, new Date(ctx.now().getTime() + 3_600_000))).toBe("expired");
  });

  it("are listed page by page", async () => {
    const first = await listCoupons(open.db, null, 1);
    const second = await listCoupons(open.db, first.next, 1);
    expect([...first.coupons, ...second.coupons].map(({ code }) => code)).toEqual(["HERBST", "WINTER"]);
    expect(second.next).toBeNull();
    expect(await findCouponDetail(open.db, "A\0B")).toBeNull();
    expect((await listCoupons(open.db, "A\0B")).coupons).toHaveLength(2);
  });
});
