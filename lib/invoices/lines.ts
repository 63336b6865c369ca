import { spread } from "@/lib/basket/spread";
import type { OrderLine, RefundedLine, VatGroup } from "@/lib/db/schema";
import type { DocumentLine } from "@/lib/invoices/content";
import { type Cents, cents, sum, times, type VatPercent, vatIncluded } from "@/lib/money";
import { amountOfLines } from "@/lib/payments/refund-amount";

/** An order's frozen lines as a document shows them: a coupon's amounts are positive there and subtract here. */
export function documentLines(lines: readonly OrderLine[]): DocumentLine[] {
  return lines.map(({ type, sku, name, quantity, unitPrice, vatPercent, total }) => {
    const sign = type === "coupon" ? -1 : 1;
    return {
      type,
      sku,
      name,
      quantity,
      unitPrice: cents(sign * unitPrice),
      vatPercent,
      total: cents(sign * total),
    };
  });
}

/** Gross cents per VAT rate, the highest rate first. */
export function grossPerRate(lines: readonly Pick<DocumentLine, "vatPercent" | "total">[]) {
  const rates = new Map<VatPercent, Cents>();
  for (const { vatPercent, total } of lines)
    rates.set(vatPercent, cents((rates.get(vatPercent) ?? 0) + total));
  return new Map([...rates].sort(([a], [b]) => b - a));
}

/** What the lines contain of each VAT rate; the same rounding as everywhere in the shop. */
export function vatGroupsOf(lines: readonly DocumentLine[]): VatGroup[] {
  return [...grossPerRate(lines)]
    .filter(([, gross]) => gross !== 0)
    .map(([percent, gross]) => {
      const vat = vatIncluded(gross, percent);
      return { percent, gross, net: cents(gross - vat), vat };
    });
}

/** An amount that belongs to no line, spread over the VAT rates of what it lowers; `sign` -1 subtracts. */
export function spreadLines(
  type: "deduction" | "refund",
  name: string,
  amount: Cents,
  rates: ReadonlyMap<VatPercent, Cents>,
  sign: 1 | -1,
): DocumentLine[] {
  return [...spread(amount, rates)]
    .filter(([, share]) => share > 0)
    .map(([vatPercent, share]) => {
      const total = cents(sign * share);
      return { type, sku: null, name, quantity: 1, unitPrice: total, vatPercent, total };
    });
}

/**
 * The lines a refund was asked for, with the coupon's share taken off; null when they do not come to `amount` or are
 * not this order's.
 */
export function refundedLines(
  all: readonly OrderLine[],
  chosen: readonly RefundedLine[],
  amount: Cents,
): DocumentLine[] | null {
  const picked = all.flatMap((line) => {
    const part = chosen.find(({ position }) => position === line.position);
    if (!part || line.type === "coupon" || part.quantity > line.quantity) return [];
    return [{ ...line, quantity: part.quantity, total: times(line.unitPrice, part.quantity) }];
  });
  if (picked.length !== chosen.length || amountOfLines(all, chosen) !== amount) return null;
  const shares = [...grossPerRate(picked)].flatMap(([rate, gross]) => {
    const ofRate = chosen.filter(({ position }) =>
      picked.some((line) => line.position === position && line.vatPercent === rate),
    );
    const share = cents(gross - amountOfLines(all, ofRate));
    const coupon = all.find((line) => line.type === "coupon" && line.vatPercent === rate);
    if (share <= 0 || !coupon) return [];
    return [{ ...coupon, quantity: 1, unitPrice: share, total: share }];
  });
  const lines = documentLines([...picked, ...shares]);
  return sum(lines.map(({ total }) => total)) === amount ? lines : null;
}
