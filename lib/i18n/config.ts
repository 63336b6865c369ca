/** The shop's languages; the first segment of every page's path is one of them. */
export const locales = ["de", "en"] as const;

export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = "de";

/** Whether a text (from a path, a form, a cookie) names one of the shop's languages. */
export function isLocale(text: unknown): text is Locale {
  return locales.some((locale) => locale === text);
}
