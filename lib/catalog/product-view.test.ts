import { describe, expect, it } from "vitest";
import { unitPriceOf } from "@/lib/catalog/product-view";
import { cents } from "@/lib/money";

describe("unitPriceOf", () => {
  it.each([
    [1290, { amount: 50, unit: "ml", per: 100 }, 2580],
    [890, { amount: 250, unit: "g", per: 1000 }, 3560],
    [100, { amount: 300, unit: "ml", per: 100 }, 33],
    [200, { amount: 300, unit: "ml", per: 100 }, 67],
    [5, { amount: 1000, unit: "g", per: 100 }, 1],
  ] as const)("%i cents for %o → %i", (price, unitPrice, expected) => {
    expect(unitPriceOf(cents(price), unitPrice)).toBe(expected);
  });
});
