import type { ProductView } from "@/lib/catalog/product-view";

/** The products that came into the shop last, newest first. */
export function newest(products: readonly ProductView[], count: number): ProductView[] {
  return [...products].sort((a, b) => b.since - a.since || a.sku.localeCompare(b.sku)).slice(0, count);
}

/** What the shop likes best: first in its own order, deliverable, and not among those already shown. */
export function favourites(
  products: readonly ProductView[],
  shown: readonly ProductView[],
  count: number,
): ProductView[] {
  const skus = new Set(shown.map((product) => product.sku));
  return products
    .filter((product) => product.availability !== "sold_out" && !skus.has(product.sku))
    .slice(0, count);
}
