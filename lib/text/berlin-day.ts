const zone = "Europe/Berlin";

/**
 * The moment at which a day ("2026-12-24") is over in the shop's time zone, which is midnight of the next one. Null for
 * what is no date of the calendar.
 */
export function endOfDay(date: string): Date | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date.trim());
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const noon = new Date(Date.UTC(year, month - 1, day, 12));
  if (year < 2000 || noon.getUTCMonth() !== month - 1 || noon.getUTCDate() !== day) return null;
  const midnight = Date.UTC(year, month - 1, day + 1);
  // The clock changes at night, after midnight: the offset of the hour before holds at midnight too.
  return new Date(midnight - offsetMs(new Date(midnight - 3 * 3_600_000)));
}

/** The day of the calendar at this moment in the shop's time zone, as `<input type="date">` wants it. */
export function dayOf(at: Date): string {
  return new Intl.DateTimeFormat("en-CA", {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    timeZone: zone,
  }).format(at);
}

function offsetMs(at: Date): number {
  const part = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" })
    .formatToParts(at)
    .find(({ type }) => type === "timeZoneName");
  const match = /GMT([+-])(\d{2}):(\d{2})/.exec(part?.value ?? "");
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return (match[1] === "-" ? -1 : 1) * minutes * 60_000;
}
