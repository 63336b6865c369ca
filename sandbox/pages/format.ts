export type Lang = "de" | "en";

/** "59,80 €" / "€59.80" out of integer cents; a currency that no one knows is written behind the number. */
export function money(cents: number, currency: string, lang: Lang): string {
  const locale = lang === "de" ? "de-DE" : "en-GB";
  try {
    const text = new Intl.NumberFormat(locale, { style: "currency", currency }).format(cents / 100);
    return text.replace("-", "−");
  } catch {
    return `${new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(cents / 100)} ${currency}`;
  }
}

/** An IBAN or card number in groups of four, for reading. */
export function groups(text: string): string {
  return text.replace(/\s/g, "").replace(/(.{4})(?=.)/g, "$1 ");
}

const BERLIN = new Intl.DateTimeFormat("en-GB", {
  day: "2-digit",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  timeZone: "Europe/Berlin",
});

/** "21 Nov 2026, 10:34:25" in Berlin time, as the operator reads it; milliseconds in. */
export function moment(ms: number | null): string {
  return ms === null ? "–" : BERLIN.format(ms);
}
