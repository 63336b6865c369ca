import { describe, expect, it } from "vitest";
import { addItem, removeItem, setItem, withCoupon, withRoundUp } from "@/lib/basket/change";
import type { Basket } from "@/lib/basket/types";

const one: Basket = { items: [{ sku: "PEN", quantity: 2 }], coupon: "GRUSS5" };

describe("changing a basket", () => {
  it("adds to what lies there already and keeps the coupon", () => {
    expect(addItem(one, "PEN", 3, 5)).toEqual({
      ok: true,
      basket: { items: [{ sku: "PEN", quantity: 5 }], coupon: "GRUSS5" },
    });
    expect(addItem(one, "BOOK", 1, 1)).toMatchObject({
      ok: true,
      basket: { items: [{ sku: "PEN" }, { sku: "BOOK", quantity: 1 }] },
    });
  });

  it("counts the pieces in the basket against what there is", () => {
    expect(addItem(one, "PEN", 4, 5)).toEqual({ ok: false, reason: "limited" });
    expect(setItem(one, "PEN", 5, 5).ok).toBe(true);
    expect(setItem(one, "PEN", 6, 5)).toEqual({ ok: false, reason: "limited" });
  });

  it("refuses what is sold out, more than 99 pieces and a 51st article", () => {
    expect(addItem(one, "BOOK", 1, 0)).toEqual({ ok: false, reason: "sold_out" });
    expect(setItem(one, "PEN", 100, 500)).toEqual({ ok: false, reason: "too_many" });
    const items = Array.from({ length: 50 }, (_, i) => ({ sku: `P${i}`, quantity: 1 }));
    expect(addItem({ items, coupon: null }, "BOOK", 1, 9)).toEqual({ ok: false, reason: "basket_full" });
    expect(addItem({ items, coupon: null }, "P7", 1, 9).ok).toBe(true);
  });

  it("takes articles and coupons out", () => {
    expect(removeItem(one, "PEN")).toEqual({ items: [], coupon: "GRUSS5" });
    expect(removeItem(one, "GONE")).toEqual(one);
    expect(withCoupon(one, null)).toEqual({ ...one, coupon: null });
  });
});

describe("rounding up", () => {
  it("is switched on and off and leaves the rest of the basket alone", () => {
    const basket = { items: [{ sku: "PEN", quantity: 2 }], coupon: "GRUSS5" };
    const rounded = withRoundUp(basket, true);
    expect(rounded).toEqual({ ...basket, roundUp: true });
    expect(withRoundUp(rounded, false)).toEqual(basket);
  });
});
