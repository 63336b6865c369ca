/** A moment in the merchant's time zone and language, short enough for a table. */
export function Moment({ at, locale, seconds = false }: { at: Date; locale: string; seconds?: boolean }) {
  return (
    <time dateTime={at.toISOString()} className="whitespace-nowrap tabular-nums">
      {formatMoment(at, locale, seconds)}
    </time>
  );
}

/** The same as text, for sentences. */
export function formatMoment(at: Date, locale: string, seconds = false): string {
  return new Intl.DateTimeFormat(locale === "en" ? "en-GB" : "de-DE", {
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    ...(seconds ? { second: "2-digit" } : {}),
    timeZone: "Europe/Berlin",
  }).format(at);
}
