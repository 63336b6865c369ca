import { type Cents, cents, type VatPercent } from "@/lib/money";

/**
 * Net amounts of gross lines of one VAT rate which come exactly to the group's net amount: each is its exact share
 * rounded down, and the missing cents go to the largest remainders (decision 011). Order and signs are kept.
 */
export function netAmounts(gross: readonly Cents[], percent: VatPercent, net: Cents): Cents[] {
  const base = 100 + percent;
  const shares = gross.map((amount, index) => {
    const floor = Math.floor((amount * 100) / base);
    return { index, floor, rest: amount * 100 - floor * base };
  });
  let missing = net - shares.reduce((all, { floor }) => all + floor, 0);
  if (missing < 0 || missing > shares.length) throw new RangeError(`${net} is not the net of these lines`);
  const amounts = shares.map(({ floor }) => floor);
  for (const { index, floor } of [...shares].sort((a, b) => b.rest - a.rest)) {
    if (missing === 0) break;
    amounts[index] = floor + 1;
    missing -= 1;
  }
  return amounts.map(cents);
}

/** The net price of one piece in euros, with the six decimals that make price times quantity round to the line. */
export function netUnitPrice(lineNet: Cents, quantity: number): string {
  const micro = (BigInt(Math.abs(lineNet)) * 10_000n * 2n + BigInt(quantity)) / (2n * BigInt(quantity));
  const digits = micro.toString().padStart(7, "0");
  const text = `${digits.slice(0, -6)}.${digits.slice(-6)}`.replace(/0{1,4}$/, "");
  return lineNet < 0 ? `-${text}` : text;
}

/** Euros with two decimals and a point, as machines write them. */
export function decimal(amount: Cents): string {
  const digits = Math.abs(amount).toString().padStart(3, "0");
  return `${amount < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
