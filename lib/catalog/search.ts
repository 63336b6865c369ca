import { and, asc, type Column, eq, inArray, like, notExists, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { categoriesCalled } from "@/lib/catalog/categories";
import { type ProductView, productView } from "@/lib/catalog/product-view";
import { likeness, relevance } from "@/lib/catalog/relevance";
import { searchWords } from "@/lib/catalog/search-words";
import type { Db } from "@/lib/db/client";
import { products } from "@/lib/db/schema";
import type { Locale } from "@/lib/i18n/config";

/** What was found; `near` when nothing is spelt as it was typed and similar words were taken instead. */
export type Finding = { products: ProductView[]; near: boolean };

/** A word that shares fewer of its groups of three letters with the product's words is another word, not a typing error. */
const alike = 0.4;
/** What is less like the words than this part of what is most like them, is not meant. */
const closeEnough = 0.6;
/** Shorter words share too little with anything for an error in them to be told from another word. */
const shortest = 4;

/**
 * The products on sale for the words a person typed, best first, in one query: those that hold every word somewhere, else
 * those that hold words like it. Case, umlauts and accents do not matter (lib/text/fold.ts). No words find nothing.
 */
export async function searchProducts(db: Db, query: string, locale: Locale, limit = 200): Promise<Finding> {
  const words = searchWords(query);
  if (words.length === 0) return { products: [], near: false };
  const other = alias(products, "other");
  const closeness = sql<number>`(${sql.join(words.map(closenessOf), sql` + `)})`.mapWith(Number);
  const exactly = holdsAll(products, words);
  const exactElsewhere = db
    .select({ one: sql`1` })
    .from(other)
    .where(and(eq(other.active, true), holdsAll(other, words)));
  const rows = await db
    .select({ product: products, closeness, exact: sql<boolean>`${exactly}` })
    .from(products)
    .where(and(eq(products.active, true), or(exactly, and(notExists(exactElsewhere), nearAll(words)))))
    .orderBy(asc(products.position), asc(products.sku))
    .limit(limit);
  const near = rows.length > 0 && rows.every((row) => !row.exact);
  const found = rows.map(({ product, closeness }) => ({
    view: productView(product),
    score: near ? closeness + likeness(product, words, locale) : relevance(product, words, locale),
  }));
  found.sort((a, b) => b.score - a.score);
  const enough = near ? (found[0]?.score ?? 0) * closeEnough : 0;
  return { products: found.filter(({ score }) => score >= enough).map(({ view }) => view), near };
}

function holdsAll(table: { searchText: Column; category: Column }, words: string[]): SQL {
  const each = words.map((word) => {
    const departments = categoriesCalled(word);
    const inText = like(table.searchText, `%${word}%`);
    return departments.length > 0 ? or(inText, inArray(table.category, departments)) : inText;
  });
  return and(...each) ?? sql`false`;
}

function nearAll(words: string[]): SQL {
  const each = words.map((word) =>
    word.length < shortest
      ? like(products.searchText, `%${word}%`)
      : sql`${closenessOf(word)} >= ${alike}::real`,
  );
  return and(...each) ?? sql`false`;
}

function closenessOf(word: string): SQL {
  return sql`word_similarity(${word}::text, ${products.searchText})`;
}
