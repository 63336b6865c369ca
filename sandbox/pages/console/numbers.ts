/** "12,50" or "12.50" euro as cents; undefined when empty, null when it is no positive amount. */
export function readCents(text: string | undefined): number | null | undefined {
  const given = text?.trim() ?? "";
  if (!given) return undefined;
  const match = /^(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(given);
  const cents = match ? Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0")) : 0;
  return cents > 0 ? cents : null;
}

/** A whole number from 0 to `max`; undefined when empty, null when it is something else. */
export function readCount(text: string | undefined, max: number): number | null | undefined {
  const given = text?.trim() ?? "";
  if (!given) return undefined;
  const count = /^\d+$/.test(given) ? Number(given) : Number.NaN;
  return count <= max ? count : null;
}
