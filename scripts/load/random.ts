/** Numbers that look random and are the same again for the same seed. */
export type Random = {
  /** 0 ≤ x < 1 */
  next: () => number;
  /** A whole number from `min` to `max`, both included. */
  between: (min: number, max: number) => number;
  pick: <T>(items: readonly T[]) => T;
  /** True this often, 0 to 1. */
  chance: (part: number) => boolean;
  /** An independent series, so that one user of numbers does not shift another's. */
  fork: () => Random;
};

/** A 32-bit mixing generator; good enough to choose among a shopper's ways. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
  const between = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    between,
    pick: (items) => {
      const item = items[between(0, items.length - 1)];
      if (item === undefined) throw new RangeError("nothing to pick from");
      return item;
    },
    chance: (part) => next() < part,
    fork: () => seededRandom(between(0, 2 ** 32 - 1)),
  };
}
