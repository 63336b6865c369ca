import type { Locale } from "@/lib/i18n/config";

const named = { de: "de-DE", en: "en-GB" } as const;

/** A day for people, in the shop's time zone. */
export function dayText(at: Date, locale: Locale): string {
  return new Intl.DateTimeFormat(named[locale], { dateStyle: "long", timeZone: "Europe/Berlin" }).format(at);
}

/** Day and time to the second: a withdrawal's receipt has to name both. */
export function momentText(at: Date, locale: Locale): string {
  const format = { dateStyle: "long", timeStyle: "long", timeZone: "Europe/Berlin" } as const;
  return new Intl.DateTimeFormat(named[locale], format).format(at);
}

const controls = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;
const rightToLeft = /\p{Script=Hebrew}|\p{Script=Arabic}|\p{Script=Syriac}|\p{Script=Thaana}/u;

/**
 * What people typed, in one line and unable to turn the text around it: control characters go, and words that run from
 * right to left stay among themselves.
 */
export function plain(text: string): string {
  const line = text.replace(controls, " ").trim();
  return rightToLeft.test(line) ? `\u2068${line}\u2069` : line;
}
