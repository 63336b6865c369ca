import { expect, it } from "vitest";
import { seededRandom } from "./random";

const series = (seed: number) => {
  const { next } = seededRandom(seed);
  return Array.from({ length: 50 }, next);
};

it("is the same again for the same seed, and another for another", () => {
  expect(series(7)).toEqual(series(7));
  expect(series(7)).not.toEqual(series(8));
});

it("stays in its bounds and reaches both of them", () => {
  const random = seededRandom(3);
  const drawn = new Set(Array.from({ length: 500 }, () => random.between(2, 5)));
  expect([...drawn].sort()).toEqual([2, 3, 4, 5]);
  expect(random.pick(["only"])).toBe("only");
  expect(() => random.pick([])).toThrow(RangeError);
  expect(random.chance(0)).toBe(false);
  expect(random.chance(1)).toBe(true);
});
