import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withRoundUp } from "@/lib/basket/change";
import {
  countPieces,
  couponCodeSchema,
  decodeBasket,
  emptyBasket,
  encodeBasket,
  maxItems,
  maxQuantity,
  skuSchema,
} from "@/lib/basket/codec";
import type { Basket } from "@/lib/basket/types";

const forge = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

describe("the basket cookie", () => {
  it("gives back what was put in", () => {
    const anyBasket: fc.Arbitrary<Basket> = fc
      .record({
        items: fc.array(
          fc.record({
            sku: fc.stringMatching(/^[A-Z0-9][A-Z0-9-]{0,31}$/),
            quantity: fc.integer({ min: 1, max: maxQuantity }),
          }),
          { maxLength: maxItems },
        ),
        coupon: fc.option(fc.stringMatching(/^[A-Z0-9][A-Z0-9-]{1,23}$/)),
        roundUp: fc.boolean(),
      })
      .map(({ roundUp, ...basket }) => withRoundUp(basket, roundUp));
    fc.assert(
      fc.property(anyBasket, (basket) => {
        expect(decodeBasket(encodeBasket(basket))).toEqual(basket);
      }),
    );
  });

  it("holds the largest basket in what browsers keep, in characters no browser quotes", () => {
    const items = Array.from({ length: maxItems }, (_, i) => ({
      sku: `${"X".repeat(30)}${10 + i}`,
      quantity: maxQuantity,
    }));
    const basket: Basket = { items, coupon: "C".repeat(24), roundUp: true };
    const value = encodeBasket(basket);
    expect(value).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(value.length).toBeLessThan(3800);
    expect(decodeBasket(value)).toEqual(basket);
  });

  it.each([
    ["nothing", undefined],
    ["no base64", "%%%"],
    ["no JSON", Buffer.from("{").toString("base64url")],
    ["another shape", forge({ items: [] })],
    ["quantity 0", forge({ i: [["PEN", 0]], c: null })],
    ["quantity −1", forge({ i: [["PEN", -1]], c: null })],
    ["quantity 1e9", forge({ i: [["PEN", 1e9]], c: null })],
    ["a fraction", forge({ i: [["PEN", 1.5]], c: null })],
    ["a text as quantity", forge({ i: [["PEN", "2"]], c: null })],
    ["a script as SKU", forge({ i: [["<script>", 1]], c: null })],
    ["a price", forge({ i: [["PEN", 1, 1]], c: null })],
    ["a donation of one's own choice", forge({ i: [], c: null, r: 500 })],
    ["a forged coupon", forge({ i: [], c: "' or 1=1" })],
    ["too many articles", forge({ i: Array.from({ length: 51 }, (_, i) => [`P${i}`, 1]), c: null })],
    ["far too much", "A".repeat(1_000_000)],
  ])("is an empty basket when it holds %s", (_, value) => {
    expect(decodeBasket(value)).toEqual(emptyBasket);
  });

  it("never throws, whatever the bytes", () => {
    const anyText = fc.oneof(fc.string(), fc.json().map(forge), fc.string().map(forge));
    fc.assert(fc.property(anyText, (value) => decodeBasket(value).items.length >= 0));
  });

  it("counts pieces, not articles", () => {
    const items = [
      { sku: "PEN", quantity: 2 },
      { sku: "BOOK", quantity: 1 },
    ];
    expect(countPieces({ items, coupon: null })).toBe(3);
  });

  it("accepts the shop's own SKUs and coupon codes only in one form", () => {
    expect(skuSchema.safeParse("KU-8050").success).toBe(true);
    expect(skuSchema.safeParse("-KU").success).toBe(false);
    expect(couponCodeSchema.safeParse("GRUSS5").success).toBe(true);
    expect(couponCodeSchema.safeParse("gruss5").success).toBe(false);
  });
});
