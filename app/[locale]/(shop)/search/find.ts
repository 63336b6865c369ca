import { cachedProducts } from "@/lib/catalog/cached";
import { arrange, type Listing, pageOf } from "@/lib/catalog/listing";
import type { ProductView } from "@/lib/catalog/product-view";
import { searchProducts } from "@/lib/catalog/search";
import type { Locale } from "@/lib/i18n/config";
import { getContext } from "@/lib/runtime";

export type Found = {
  near: boolean;
  /** How many there are on all pages, and how many there were before narrowing down. */
  count: number;
  unfiltered: number;
  items: ProductView[];
  page: number;
  pages: number;
};

/** What the listing asks for: one query when words are searched, none otherwise. */
export async function find(listing: Listing, locale: Locale): Promise<Found> {
  const { products, near } = await candidates(listing.words, locale);
  const arranged = arrange(products, listing, locale);
  const page = pageOf(arranged, listing.page);
  return { near, count: arranged.length, unfiltered: products.length, ...page };
}

async function candidates(words: string, locale: Locale) {
  if (!words) return { products: await cachedProducts(null), near: false };
  const { db } = await getContext();
  return searchProducts(db, words, locale);
}
