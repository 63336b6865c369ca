import { type Cents, cents } from "@/lib/money";

/**
 * Splits `amount` cents over the keys in proportion to their weights; the odd cents go to the largest remainders
 * (ties: to the heavier, then to the earlier key). The shares sum to `amount`, and no share exceeds its weight as
 * long as `amount` does not exceed the sum of the weights. Without any weight there is nothing to split over.
 */
export function spread<Key>(amount: Cents, weights: ReadonlyMap<Key, Cents>): Map<Key, Cents> {
  const entries = [...weights];
  const whole = entries.reduce((total, [, weight]) => total + BigInt(weight), 0n);
  if (whole === 0n) return new Map();
  // BigInt, because cents times cents can leave the range in which a double counts exactly.
  const shares = entries.map(([key, weight]) => {
    const product = BigInt(amount) * BigInt(weight);
    return { key, weight, share: Number(product / whole), remainder: product % whole };
  });
  let left = amount - shares.reduce((total, { share }) => total + share, 0);
  const byRemainder = [...shares].sort((a, b) => Number(b.remainder - a.remainder) || b.weight - a.weight);
  for (const entry of byRemainder) {
    if (left === 0) break;
    entry.share += 1;
    left -= 1;
  }
  return new Map(shares.map(({ key, share }) => [key, cents(share)]));
}
