import { defaultLocale, isLocale, type Locale } from "@/lib/i18n/config";

/** The shop's language that a browser's Accept-Language header likes best; German when it names none of ours. */
export function negotiateLocale(acceptLanguage: string | null): Locale {
  let best: Locale = defaultLocale;
  let bestWeight = 0;
  for (const part of (acceptLanguage ?? "").slice(0, 500).split(",")) {
    const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
    const language = tag.split("-")[0];
    const weight = weightOf(parameters);
    if (isLocale(language) && weight > bestWeight) {
      best = language;
      bestWeight = weight;
    }
  }
  return best;
}

function weightOf(parameters: string[]): number {
  const quality = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find(Boolean);
  return quality === undefined ? 1 : Number(quality) || 0;
}
