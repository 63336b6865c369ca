import type { ProductView } from "@/lib/catalog/product-view";

/** The products that came into the shop last, newest first. */
export function newest(products: readonly ProductView[], count: number): ProductView[] {
  return [...products].sort((a, b) => b.since - a.since || a.sku.localeCompare(b.sku)).slice(0, count);
}

type Choice = {
  /** SKUs that are bought most, most first. */
  popular: readonly string[];
  /** What the page shows already. */
  shown: readonly ProductView[];
  count: number;
};

/**
 * What shoppers like best, filled up with the shop's own order while few have bought: deliverable, and not among those
 * already shown.
 */
export function favourites(
  products: readonly ProductView[],
  { popular, shown, count }: Choice,
): ProductView[] {
  const skus = new Set(shown.map((product) => product.sku));
  const place = (sku: string) => (popular.includes(sku) ? popular.indexOf(sku) : popular.length);
  return products
    .filter((product) => product.availability !== "sold_out" && !skus.has(product.sku))
    .sort((a, b) => place(a.sku) - place(b.sku))
    .slice(0, count);
}
