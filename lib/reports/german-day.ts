const format = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Berlin", dateStyle: "short" });

/** The day of a moment in German time, YYYY-MM-DD. */
export function germanDay(at: Date): string {
  return format.format(at);
}
