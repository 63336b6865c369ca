declare const centsBrand: unique symbol;

/** An amount in the smallest unit of the currency (euro cent), always an integer, gross unless a name says net. */
export type Cents = number & { readonly [centsBrand]: true };

/** Whole percent, as secuconnect and the shop both use it (api.md 2.5). */
export type VatPercent = 0 | 7 | 19;

/** Marks a checked integer as cents. Throws on anything that is not a safe integer: such a number is a bug. */
export function cents(value: number): Cents {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not an integer amount of cents: ${value}`);
  return value as Cents;
}

/** Adds amounts of cents. */
export function sum(values: Iterable<Cents>): Cents {
  let total = 0;
  for (const value of values) total += value;
  return cents(total);
}

/** `quantity` pieces at `each` cents. */
export function times(each: Cents, quantity: number): Cents {
  return cents(each * quantity);
}

/** Reads what a person types ("12,50", "12.5", "12 €") as cents. Returns null for anything else; no float is involved. */
export function parseCents(text: string): Cents | null {
  const match = /^\s*(\d{1,9})(?:[.,](\d{1,2}))?\s*(?:€|EUR)?\s*$/i.exec(text);
  if (!match) return null;
  const fraction = (match[2] ?? "").padEnd(2, "0");
  return cents(Number.parseInt(match[1] ?? "0", 10) * 100 + Number.parseInt(fraction, 10));
}

/** Cents as an exact decimal of euro for machines: "19.99", "-0.05". */
export function euroAmount(amount: Cents): string {
  const digits = Math.abs(amount).toString().padStart(3, "0");
  return `${amount < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Shows cents for people: `19,99 €` in German, `€19.99` in English. The only place where money becomes text for them. */
export function formatCents(amount: Cents, locale: string): string {
  return new Intl.NumberFormat(locale, { style: "currency", currency: "EUR" }).format(
    euroAmount(amount) as Intl.StringNumericLiteral,
  );
}

/** The VAT contained in a gross amount, rounded half up to the cent (for negative amounts: away from zero). */
export function vatIncluded(gross: Cents, percent: VatPercent): Cents {
  const base = 100 + percent;
  const rounded = Math.floor((2 * Math.abs(gross) * percent + base) / (2 * base));
  return cents(gross < 0 ? -rounded : rounded);
}
