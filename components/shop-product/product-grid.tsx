import { ProductCard } from "@/components/shop-product/product-card";
import type { ProductView } from "@/lib/catalog/product-view";
import type { Locale } from "@/lib/i18n/config";

type Props = {
  products: readonly ProductView[];
  locale: Locale;
  /** How many pictures are in sight at once on opening, and so must not wait. */
  eager?: number;
  level?: "h2" | "h3";
};

/** Products in two, three or four columns. */
export function ProductGrid({ products, locale, eager = 0, level = "h3" }: Props) {
  return (
    <ul className="grid grid-cols-2 gap-x-4 gap-y-10 sm:gap-x-6 md:grid-cols-3 lg:grid-cols-4 lg:gap-y-14">
      {products.map((product, index) => (
        <li key={product.sku}>
          <ProductCard product={product} locale={locale} eager={index < eager} level={level} />
        </li>
      ))}
    </ul>
  );
}
