/** A day as people read it: 21.11.2026, or 21 November 2026. */
export function showDay(day: string, locale: "de" | "en"): string {
  const style = locale === "de" ? "medium" : "long";
  return new Intl.DateTimeFormat(locale === "de" ? "de-DE" : "en-GB", {
    dateStyle: style,
    timeZone: "UTC",
  }).format(new Date(`${day}T00:00:00Z`));
}
