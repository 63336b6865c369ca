/** The last day before an end that is stored as the midnight after it, for people. */
export function formatLastDay(end: Date, locale: "de" | "en"): string {
  return new Intl.DateTimeFormat(locale === "en" ? "en-GB" : "de-DE", {
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
    timeZone: "Europe/Berlin",
  }).format(new Date(end.getTime() - 1));
}
