import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withRoundUp } from "@/lib/basket/change";
import { freeShippingFrom, type PriceableProduct, price, shippingCost } from "@/lib/basket/price";
import type { Coupon, Delivery } from "@/lib/db/schema";
import { cents, sum, type VatPercent, vatIncluded } from "@/lib/money";

const options = { locale: "de", now: new Date("2026-11-21T10:00:00Z") } as const;

function product(sku: string, euroCents: number, vatPercent: VatPercent, stock = 10): PriceableProduct {
  const name = { de: `${sku} auf Deutsch`, en: `${sku} in English` };
  return { sku, name, price: cents(euroCents), vatPercent, stock, reserved: 0, active: true };
}

const createdAt = new Date("2026-01-01T00:00:00Z");

function coupon(over: Partial<Coupon> = {}): Coupon {
  const amounts = { amount: cents(500), minimum: cents(2000) };
  return {
    code: "GRUSS5",
    ...amounts,
    validUntil: null,
    maxUses: null,
    uses: 0,
    active: true,
    createdAt,
    ...over,
  };
}

const pen = product("PEN", 1999, 19);
const book = product("BOOK", 2400, 7, 3);
const basketOf = (items: [string, number][], code: string | null = null) => ({
  items: items.map(([sku, quantity]) => ({ sku, quantity })),
  coupon: code,
});

describe("price", () => {
  it("adds goods, discount and shipping over both VAT rates", () => {
    const { priced, problems } = price(
      basketOf(
        [
          ["PEN", 1],
          ["BOOK", 1],
        ],
        "GRUSS5",
      ),
      [pen, book],
      coupon(),
      options,
    );
    expect(problems).toEqual([]);
    expect(priced).toMatchObject({
      count: 2,
      goods: 4399,
      discount: 500,
      shipping: 490,
      total: 4389,
      couponCode: "GRUSS5",
    });
    // 500 × 1999/4399 = 227.2 and 500 × 2400/4399 = 272.8: the odd cent goes to the larger remainder.
    expect(priced.lines.map((line) => [line.type, line.vatPercent, line.total])).toEqual([
      ["article", 19, 1999],
      ["article", 7, 2400],
      ["shipping", 19, 223],
      ["shipping", 7, 267],
      ["coupon", 19, 227],
      ["coupon", 7, 273],
    ]);
    expect(priced.vatGroups).toEqual([
      { percent: 19, gross: 1995, net: 1676, vat: 319 },
      { percent: 7, gross: 2394, net: 2237, vat: 157 },
    ]);
  });

  it("merges lines of the same article before it looks at the stock", () => {
    const { priced, problems } = price(
      basketOf([
        ["BOOK", 2],
        ["BOOK", 2],
      ]),
      [book],
      null,
      options,
    );
    expect(priced.lines[0]).toMatchObject({ sku: "BOOK", quantity: 3, total: 7200 });
    expect(problems).toEqual([{ kind: "limited", sku: "BOOK", name: "BOOK auf Deutsch", available: 3 }]);
  });

  it("counts what other buyers hold as not there", () => {
    const held = { ...book, reserved: 3 };
    const { priced, problems } = price(basketOf([["BOOK", 1]]), [held], null, options);
    expect(priced).toMatchObject({ count: 0, total: 0, lines: [], vatGroups: [] });
    expect(problems).toEqual([{ kind: "sold_out", sku: "BOOK", name: "BOOK auf Deutsch" }]);
  });

  it("leaves out what the shop does not sell", () => {
    const items = basketOf([
      ["NONE", 1],
      ["PEN", 1],
    ]);
    const { priced, problems } = price(items, [{ ...pen, active: false }], null, options);
    expect(priced.count).toBe(0);
    expect(problems).toEqual([
      { kind: "unknown_item", sku: "NONE" },
      { kind: "unknown_item", sku: "PEN" },
    ]);
  });

  it("ships free from 50 euro of goods after the discount", () => {
    const exactly = product("SET", freeShippingFrom, 19);
    expect(price(basketOf([["SET", 1]]), [exactly], null, options).priced.shipping).toBe(0);
    const discounted = price(basketOf([["SET", 1]], "GRUSS5"), [exactly], coupon(), options).priced;
    expect(discounted).toMatchObject({ shipping: shippingCost, total: 5000 - 500 + 490 });
  });

  it.each([
    ["unknown", null, { kind: "coupon_unknown", code: "GRUSS5" }],
    ["switched off", coupon({ active: false }), { kind: "coupon_unknown", code: "GRUSS5" }],
    ["ended this moment", coupon({ validUntil: options.now }), { kind: "coupon_expired", code: "GRUSS5" }],
    ["used up", coupon({ maxUses: 2, uses: 2 }), { kind: "coupon_used_up", code: "GRUSS5" }],
    [
      "below its minimum",
      coupon({ minimum: cents(2000) }),
      { kind: "coupon_minimum", code: "GRUSS5", minimum: 2000 },
    ],
  ])("gives no discount for a coupon that is %s", (_, known, problem) => {
    const { priced, problems } = price(basketOf([["PEN", 1]], "GRUSS5"), [pen], known, options);
    expect(problems).toEqual([problem]);
    expect(priced).toMatchObject({ discount: 0, couponCode: null, total: 1999 + 490 });
  });

  it("takes a coupon at exactly its minimum and at its last use", () => {
    const last = coupon({ minimum: cents(1999), maxUses: 2, uses: 1, validUntil: new Date("2027-01-01") });
    expect(price(basketOf([["PEN", 1]], "GRUSS5"), [pen], last, options).priced.discount).toBe(500);
  });

  it("names things in the buyer's language", () => {
    const english = { ...options, locale: "en" } as const;
    const { priced } = price(basketOf([["PEN", 2]], "GRUSS5"), [pen], coupon(), english);
    expect(priced.lines.map((line) => line.name)).toEqual(["PEN in English", "Shipping", "Voucher GRUSS5"]);
  });
});

describe("rounding up", () => {
  const roundUp = (items: [string, number][], code: string | null = null) => ({
    ...basketOf(items, code),
    roundUp: true as const,
  });

  it("adds what is missing to the next full euro as a line without VAT", () => {
    const { priced } = price(roundUp([["PEN", 1]]), [pen], null, options);
    expect(priced).toMatchObject({ goods: 1999, shipping: 490, donation: 11, total: 2500 });
    expect(priced.lines.at(-1)).toEqual({
      type: "donation",
      sku: null,
      name: "Spende",
      quantity: 1,
      unitPrice: 11,
      vatPercent: 0,
      total: 11,
    });
    expect(priced.vatGroups.at(-1)).toEqual({ percent: 0, gross: 11, net: 11, vat: 0 });
  });

  it("counts from the total after discount and shipping, and no coupon lowers the donation", () => {
    const { priced } = price(roundUp([["BOOK", 1]], "GRUSS5"), [book], coupon(), options);
    expect(priced).toMatchObject({ discount: 500, donation: 10, total: 2400 - 500 + 490 + 10 });
  });

  it("adds nothing to a total of full euros and nothing to an empty basket", () => {
    const round = product("SET", 5000, 19);
    expect(price(roundUp([["SET", 1]]), [round], null, options).priced).toMatchObject({
      donation: 0,
      total: 5000,
    });
    expect(price(roundUp([]), [], null, options).priced).toMatchObject({ donation: 0, total: 0, lines: [] });
  });
});

describe("goods that are fetched", () => {
  const fetched = { ...options, delivery: "collection" } as const;

  it("cost no shipping, whatever they are worth", () => {
    const { priced } = price(basketOf([["PEN", 1]]), [pen], null, fetched);
    expect(priced).toMatchObject({ shipping: 0, total: 1999 });
    expect(priced.lines.map((line) => line.type)).toEqual(["article"]);
  });

  it.each([
    [500, 499, 1],
    [499, 498, 1],
    [501, 500, 1],
    [2, 1, 1],
  ])("of %i cents leave one cent to pay under a coupon of 5 euro", (goods, discount, total) => {
    const small = coupon({ minimum: cents(0) });
    const { priced } = price(basketOf([["X", 1]], "GRUSS5"), [product("X", goods, 19)], small, fetched);
    expect(priced).toMatchObject({ discount, total, couponCode: "GRUSS5" });
  });

  it("of a single cent use up no coupon", () => {
    const small = coupon({ minimum: cents(0) });
    const { priced } = price(basketOf([["X", 1]], "GRUSS5"), [product("X", 1, 19)], small, fetched);
    expect(priced).toMatchObject({ discount: 0, total: 1, couponCode: null });
  });
});

const anyProduct = fc.record({
  price: fc.integer({ min: 1, max: 2_000_000 }),
  vat: fc.constantFrom<VatPercent>(0, 7, 19),
  stock: fc.integer({ min: 0, max: 120 }),
  wanted: fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 3 }),
});
const anyCoupon = fc.record({
  amount: fc.oneof(fc.integer({ min: 1, max: 2_000 }), fc.integer({ min: 1, max: 500_000_000 })),
  minimum: fc.integer({ min: 0, max: 5_000 }),
});

describe("price, for any basket", () => {
  const anyPriced = fc
    .record({
      wishes: fc.array(anyProduct, { maxLength: 8 }),
      couponOf: fc.option(anyCoupon),
      delivery: fc.constantFrom<Delivery>("shipping", "collection"),
      roundUp: fc.boolean(),
    })
    .map(({ wishes, couponOf, delivery, roundUp }) => {
      const products = wishes.map((wish, i) => product(`P${i}`, wish.price, wish.vat, wish.stock));
      const items = wishes.flatMap((wish, i) => wish.wanted.map((n): [string, number] => [`P${i}`, n]));
      const known = couponOf && coupon({ amount: cents(couponOf.amount), minimum: cents(couponOf.minimum) });
      const basket = withRoundUp(basketOf(items, known ? "GRUSS5" : null), roundUp);
      return { products, roundUp, delivery, ...price(basket, products, known, { ...options, delivery }) };
    });
  const totalOf = (lines: { type: string; total: number }[], type: string) =>
    lines.filter((line) => line.type === type).reduce((total, line) => total + line.total, 0);

  it("the lines sum to the total, each line is quantity times price, all in whole cents", () => {
    fc.assert(
      fc.property(anyPriced, ({ priced }) => {
        const { lines, total } = priced;
        const added =
          totalOf(lines, "article") +
          totalOf(lines, "shipping") +
          totalOf(lines, "donation") -
          totalOf(lines, "coupon");
        expect(added).toBe(total);
        expect(totalOf(lines, "donation")).toBe(priced.donation);
        expect(totalOf(lines, "article")).toBe(priced.goods);
        expect(totalOf(lines, "shipping")).toBe(priced.shipping);
        expect(totalOf(lines, "coupon")).toBe(priced.discount);
        for (const line of lines) {
          expect(line.total).toBe(line.quantity * line.unitPrice);
          expect(Number.isSafeInteger(line.total) && line.total > 0).toBe(true);
        }
      }),
    );
  });

  it("the VAT groups sum to the total and are never negative", () => {
    fc.assert(
      fc.property(anyPriced, ({ priced }) => {
        expect(sum(priced.vatGroups.map((group) => group.gross))).toBe(priced.total);
        for (const { gross, net, vat, percent } of priced.vatGroups) {
          expect(gross).toBeGreaterThan(0);
          expect(net + vat).toBe(gross);
          expect(vat).toBe(vatIncluded(gross, percent));
        }
        expect(new Set(priced.vatGroups.map((group) => group.percent)).size).toBe(priced.vatGroups.length);
      }),
    );
  });

  it("the discount is never more than the goods, in no VAT rate either, and something always remains to pay", () => {
    fc.assert(
      fc.property(anyPriced, ({ priced }) => {
        expect(priced.discount).toBeGreaterThanOrEqual(0);
        expect(priced.discount).toBeLessThanOrEqual(priced.goods);
        expect(priced.total > 0).toBe(priced.count > 0);
        for (const line of priced.lines.filter(({ type }) => type === "coupon")) {
          const goods = priced.lines.filter((l) => l.type === "article" && l.vatPercent === line.vatPercent);
          expect(line.total).toBeLessThanOrEqual(sum(goods.map(({ total }) => total)));
        }
      }),
    );
  });

  it("a donation is less than a euro and makes full euros; goods that are fetched bear no shipping", () => {
    fc.assert(
      fc.property(anyPriced, ({ priced, roundUp, delivery }) => {
        expect(priced.donation).toBeGreaterThanOrEqual(0);
        expect(priced.donation).toBeLessThan(100);
        if (roundUp) expect(priced.total % 100).toBe(0);
        else expect(priced.donation).toBe(0);
        if (delivery === "collection") expect(priced.shipping).toBe(0);
      }),
    );
  });

  it("no article is sold beyond the stock, and each shortage is named", () => {
    fc.assert(
      fc.property(anyPriced, ({ priced, products, problems }) => {
        const named = new Set(problems.map((problem) => ("sku" in problem ? problem.sku : null)));
        for (const { sku, stock } of products) {
          const sold = priced.lines.filter((line) => line.sku === sku);
          expect(sold.length).toBeLessThanOrEqual(1);
          expect(sold[0]?.quantity ?? 0).toBeLessThanOrEqual(stock);
          if (sold.length === 0) expect(named.has(sku)).toBe(true);
        }
      }),
    );
  });
});
