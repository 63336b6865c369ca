import type { Product } from "@/lib/db/schema";
import { fold } from "@/lib/text/fold";

/** The words by which shoppers find a product, in both languages. */
export function productSearchText({ sku, name, summary }: Pick<Product, "sku" | "name" | "summary">): string {
  return fold([sku, name.de, name.en, summary.de, summary.en].join(" "));
}
