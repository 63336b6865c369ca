import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "../parse";
import { basketInput } from "../schemas";
import { basketTotal, buildBasket } from "./basket";

const plain = fc.record({
  item_type: fc.constantFrom("article", "shipping", "coupon", "donation", undefined),
  desc: fc.string({ minLength: 1, maxLength: 10 }).filter((text) => /^[ -~]+$/.test(text)),
  quantity: fc.integer({ min: 1, max: 50 }),
  priceOne: fc.integer({ min: 0, max: 100_000 }),
  tax: fc.constantFrom(0, 7, 19),
});
const plainList = fc.array(plain, { minLength: 1, maxLength: 8 });
type Plain = { item_type?: string | undefined; quantity: number; priceOne: number };

const numbered = <T extends object>(items: T[], from = 1) =>
  items.map((item, index) => ({ ...item, id: from + index }));

function expected(items: readonly Plain[]): number {
  let total = 0;
  for (const { item_type, quantity, priceOne } of items) {
    total += item_type === "coupon" ? -quantity * priceOne : quantity * priceOne;
  }
  return total;
}

function build(products: object[], mixedEnabled = true) {
  const parsed = parse(basketInput, { products });
  return parsed.ok ? buildBasket(parsed.value, mixedEnabled) : parsed;
}

describe("the sum rule (api.md 7.2)", () => {
  it("adds everything but coupons, whatever the order", () => {
    fc.assert(
      fc.property(plainList, (items) => {
        const basket = build(numbered(items));
        expect(basket.ok && basket.value && basketTotal(basket.value.products)).toBe(expected(items));
        const turned = build(numbered([...items].reverse()));
        expect(turned.ok && turned.value && basketTotal(turned.value.products)).toBe(expected(items));
      }),
    );
  });

  it("takes a sub_transaction only with the sum of its sub-basket", () => {
    fc.assert(
      fc.property(plainList, fc.integer({ min: -3, max: 3 }), (items, slip) => {
        fc.pre(expected(items) + slip >= 0);
        const part = {
          item_type: "sub_transaction",
          desc: "part",
          reference_id: "1",
          contract_id: "GCR_1",
          sum: expected(items) + slip,
          sub_basket: numbered(items),
        };
        expect(build([part]).ok).toBe(slip === 0);
        expect(build([part], false)).toMatchObject({ ok: false, reason: { name: "mixedNotEnabled" } });
      }),
    );
  });

  it("refuses shares above the amount, and a subscription beside something else", () => {
    const article = { id: 1, desc: "a", quantity: 1, priceOne: 100, tax: 19 };
    const share = (sum: number) => ({
      item_type: "stakeholder_payment",
      reference_id: "s",
      contract_id: "GCR_1",
      sum,
    });
    expect([build([article, share(100)]).ok, build([article, share(101)]).ok]).toEqual([true, false]);
    const subscription = { ...article, id: 2, item_type: "subscription", plan_id: "PLN_1" };
    expect([build([subscription]).ok, build([article, subscription]).ok]).toEqual([true, false]);
  });
});
