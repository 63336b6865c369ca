import type { Product } from "@/lib/db/schema";
import type { Locale } from "@/lib/i18n/config";
import { fold } from "@/lib/text/fold";

/** How well a product answers the folded words: its number and whole words of its name count most, its summary least. */
export function relevance(
  { sku, name }: Pick<Product, "sku" | "name">,
  words: readonly string[],
  locale: Locale,
): number {
  const own = fold(name[locale]).split(" ");
  const number = fold(sku);
  return words.reduce((score, word) => score + (number === words.join(" ") ? 5 : rank(own, word)), 0);
}

function rank(name: readonly string[], word: string): number {
  if (name.includes(word)) return 4;
  if (name.some((part) => part.startsWith(word))) return 3;
  return name.some((part) => part.includes(word)) ? 2 : 1;
}
