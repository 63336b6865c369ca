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

/** How much of the folded words shows in the product's name, 0 to 1, by groups of three letters: for words with slips. */
export function likeness({ name }: Pick<Product, "name">, words: readonly string[], locale: Locale): number {
  const own = threes(fold(name[locale]));
  const asked = [...threes(words.join(" "))];
  return asked.filter((three) => own.has(three)).length / Math.max(1, asked.length);
}

function threes(folded: string): Set<string> {
  const padded = folded.split(" ").map((word) => `  ${word} `);
  return new Set(
    padded.flatMap((word) => Array.from({ length: word.length - 2 }, (_, at) => word.slice(at, at + 3))),
  );
}
