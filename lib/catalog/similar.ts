import type { ProductView } from "@/lib/catalog/product-view";

/** Other products to look at beside this one: its department's first, deliverable before sold out, nearest in price. */
export function similarTo(product: ProductView, all: readonly ProductView[], count: number): ProductView[] {
  const distance = (other: ProductView) =>
    (other.category === product.category ? 0 : 2) + (other.availability === "sold_out" ? 1 : 0);
  const gap = (other: ProductView) => Math.abs(other.price - product.price);
  return all
    .filter((other) => other.sku !== product.sku)
    .sort((a, b) => distance(a) - distance(b) || gap(a) - gap(b))
    .slice(0, count);
}
