import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OrderLine } from "@/lib/db/schema";
import { cents, type VatPercent } from "@/lib/money";
import { amountOfLines, refundableLines } from "@/lib/payments/refund-amount";

const line = (
  position: number,
  type: OrderLine["type"],
  quantity: number,
  unitPrice: number,
  vatPercent: VatPercent = 19,
) => ({
  position,
  type,
  quantity,
  unitPrice: cents(unitPrice),
  vatPercent,
  total: cents(quantity * unitPrice),
});

const lines = [
  line(0, "article", 3, 1000),
  line(1, "article", 1, 999, 7),
  line(2, "shipping", 1, 490),
  line(3, "coupon", 1, 500),
];

describe("amountOfLines", () => {
  it("gives back what the pieces cost after the coupon of their rate", () => {
    expect(amountOfLines(lines, [{ position: 0, quantity: 1 }])).toBe(1000 - 167);
    expect(amountOfLines(lines, [{ position: 1, quantity: 1 }])).toBe(999);
    expect(amountOfLines(lines, [{ position: 2, quantity: 1 }])).toBe(490);
  });

  it.each([
    [3, 1],
    [0, 4],
    [0, 0],
    [9, 1],
  ])("knows no line %d with %d pieces to refund", (position, quantity) => {
    expect(() => amountOfLines(lines, [{ position, quantity }])).toThrow(RangeError);
  });

  const article = fc.record({
    quantity: fc.integer({ min: 1, max: 9 }),
    unitPrice: fc.integer({ min: 1, max: 50_000 }),
    vatPercent: fc.constantFrom<VatPercent[]>(0, 7, 19),
  });
  it("all lines together are the total, and a part is never more than its price", () => {
    fc.assert(
      fc.property(
        fc.array(article, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 0, max: 100 }),
        (articles, percent) => {
          const goods = articles.map((each, position) =>
            line(position, "article", each.quantity, each.unitPrice, each.vatPercent),
          );
          const rates = [...new Set(articles.map((each) => each.vatPercent))];
          const coupons = rates.map((rate, index) => {
            const gross = goods
              .filter((each) => each.vatPercent === rate)
              .reduce((all, each) => all + each.total, 0);
            return line(goods.length + index, "coupon", 1, Math.floor((gross * percent) / 100), rate);
          });
          const all = [...goods, ...coupons];
          const total =
            goods.reduce((sum, each) => sum + each.total, 0) - coupons.reduce((s, c) => s + c.total, 0);
          expect(amountOfLines(all, goods)).toBe(total);
          for (const each of goods) {
            const one = amountOfLines(all, [{ position: each.position, quantity: 1 }]);
            expect(one).toBeGreaterThanOrEqual(0);
            expect(one).toBeLessThanOrEqual(each.unitPrice);
          }
        },
      ),
    );
  });
});

describe("refundableLines", () => {
  it("leaves out the pieces of refunds that did not fail, and coupons", () => {
    const refunds = [
      { lines: [{ position: 0, quantity: 2 }], state: "done" },
      { lines: [{ position: 0, quantity: 1 }], state: "failed" },
      { lines: null, state: "done" },
      { lines: [{ position: 2, quantity: 1 }], state: "unclear" },
    ];
    expect(refundableLines(lines, refunds)).toEqual([
      { position: 0, quantity: 1 },
      { position: 1, quantity: 1 },
      { position: 2, quantity: 0 },
    ]);
  });
});
