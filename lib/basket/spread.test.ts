import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spread } from "@/lib/basket/spread";
import { cents, sum } from "@/lib/money";

const weightsOf = (weights: number[]) => new Map(weights.map((weight, i) => [i, cents(weight)]));
const shares = (amount: number, weights: number[]) => [...spread(cents(amount), weightsOf(weights)).values()];

describe("spread", () => {
  it("gives the odd cent to the largest remainder", () => {
    expect(shares(100, [1, 2])).toEqual([33, 67]);
    expect(shares(10, [1, 1, 1])).toEqual([4, 3, 3]);
  });

  it("gives nothing to a weight of zero, and nothing at all without weights", () => {
    expect(shares(99, [0, 5])).toEqual([0, 99]);
    expect(shares(99, [0, 0])).toEqual([]);
    expect(shares(99, [])).toEqual([]);
  });

  it("stays exact where a double would not", () => {
    expect(shares(2_147_483_647, [2_147_483_646, 1])).toEqual([2_147_483_646, 1]);
  });

  it("sums to the amount and stays within a cent of the exact share, whatever the weights", () => {
    const weights = fc.array(fc.integer({ min: 0, max: 2_147_483_647 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_147_483_647 }), weights, (amount, list) => {
        const whole = list.reduce((total, weight) => total + weight, 0);
        fc.pre(whole > 0);
        const result = spread(cents(amount), weightsOf(list));
        expect(sum(result.values())).toBe(amount);
        for (const [i, share] of result) {
          const weight = list[i] ?? 0;
          const distance = BigInt(share) * BigInt(whole) - BigInt(amount) * BigInt(weight);
          expect(distance < BigInt(whole) && distance > -BigInt(whole)).toBe(true);
          if (amount <= whole) expect(share).toBeLessThanOrEqual(weight);
        }
      }),
    );
  });
});
