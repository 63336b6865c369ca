import { type CategoryId, findCategory } from "@/lib/catalog/categories";
import type { ProductView } from "@/lib/catalog/product-view";
import type { Locale } from "@/lib/i18n/config";
import { type Cents, euroAmount, parseCents } from "@/lib/money";

/** `best` is the shop's own order, or relevance where something is searched. */
export const sortOrders = ["best", "new", "price_up", "price_down", "name"] as const;
export type SortOrder = (typeof sortOrders)[number];

/** What a person wants to see of the shelf; all of it stands in the address, so it works without JavaScript. */
export type Listing = {
  words: string;
  category: CategoryId | null;
  /** Gross cents; both ends belong to it. */
  from: Cents | null;
  to: Cents | null;
  inStock: boolean;
  sort: SortOrder;
  page: number;
};

export type QueryString = Readonly<Record<string, string | string[] | undefined>>;

export const pageSize = 48;

/** Reads the address's query. What cannot be read counts as not asked for; of a repeated name the first one counts. */
export function parseListing(query: QueryString): Listing {
  const text = (name: string) => {
    const value = query[name];
    return ((typeof value === "string" ? value : value?.[0]) ?? "").slice(0, 100).trim();
  };
  const page = /^\d{1,4}$/.test(text("page")) ? Number(text("page")) : 1;
  return {
    words: text("q"),
    category: findCategory(text("category"))?.id ?? null,
    from: parseCents(text("from")),
    to: parseCents(text("to")),
    inStock: text("stock") === "1",
    sort: sortOrders.find((order) => order === text("sort")) ?? "best",
    page: Math.max(1, page),
  };
}

/** The query that `parseListing` reads back as the same listing, without what is not asked for. */
export function listingQuery(listing: Listing): string {
  const { words, category, from, to, inStock, sort, page } = listing;
  const entries: [string, string | null][] = [
    ["q", words],
    ["category", category],
    ["from", euros(from)],
    ["to", euros(to)],
    ["stock", inStock ? "1" : null],
    ["sort", sort === "best" ? null : sort],
    ["page", page > 1 ? String(page) : null],
  ];
  const asked = entries.flatMap(([name, value]) => (value ? [[name, value] as [string, string]] : []));
  const text = new URLSearchParams(asked).toString();
  return text ? `?${text}` : "";
}

/** An amount as `parseCents` reads it and a price field shows it: "12.5" is written "12.50", "12" stays "12". */
export function euros(amount: Cents | null): string | null {
  if (amount === null) return null;
  return amount % 100 === 0 ? String(amount / 100) : euroAmount(amount);
}

/** The products that the listing asks for, in its order; they come in the order that `best` stands for. */
export function arrange(
  products: readonly ProductView[],
  { category, from, to, inStock, sort }: Listing,
  locale: Locale,
): ProductView[] {
  const wanted = products.filter(
    (product) =>
      (category === null || product.category === category) &&
      (from === null || product.price >= from) &&
      (to === null || product.price <= to) &&
      (!inStock || product.available > 0),
  );
  return sort === "best" ? wanted : wanted.sort(comparisons(locale)[sort]);
}

type Comparison = (a: ProductView, b: ProductView) => number;

function comparisons(locale: Locale): Record<Exclude<SortOrder, "best">, Comparison> {
  const byName = new Intl.Collator(locale).compare;
  return {
    new: (a, b) => b.since - a.since,
    price_up: (a, b) => a.price - b.price,
    price_down: (a, b) => b.price - a.price,
    name: (a, b) => byName(a.name[locale], b.name[locale]),
  };
}

/** One page of a list; a page beyond the end is the last one. */
export function pageOf<T>(all: readonly T[], page: number): { items: T[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(all.length / pageSize));
  const current = Math.min(page, pages);
  return { items: all.slice((current - 1) * pageSize, current * pageSize), page: current, pages };
}
