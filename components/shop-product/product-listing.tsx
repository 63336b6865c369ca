import { CategoryLinks } from "@/components/shop-product/category-links";
import { ProductGrid } from "@/components/shop-product/product-grid";
import { ShippingLink } from "@/components/shop-product/shipping-link";
import { ListingTools } from "@/components/shop-search/listing-tools";
import { PageLinks } from "@/components/shop-search/page-links";
import type { CategoryId } from "@/lib/catalog/categories";
import { pageOf, parseListing } from "@/lib/catalog/listing";
import type { ProductView } from "@/lib/catalog/product-view";
import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";

type Props = {
  title: string;
  intro: string;
  current: CategoryId | null;
  products: readonly ProductView[];
  locale: Locale;
};

/** A page of products: heading, departments, grid, and what the prices contain. */
export function ProductListing({ title, intro, current, products, locale }: Props) {
  const t = translator(locale, "shop");
  const listing = parseListing({ category: current ?? "" });
  const { items, pages } = pageOf(products, 1);
  return (
    <>
      <div className="space-y-6 py-10 sm:py-14">
        <div className="max-w-prose space-y-3">
          <h1 className="font-serif text-3xl font-medium sm:text-4xl">{title}</h1>
          <p className="text-lg text-quiet">{intro}</p>
        </div>
        <CategoryLinks locale={locale} current={current} />
        <ListingTools listing={listing} locale={locale} />
      </div>
      {products.length > 0 ? (
        <>
          <ProductGrid products={items} locale={locale} eager={4} level="h2" />
          <PageLinks listing={listing} page={1} pages={pages} locale={locale} />
        </>
      ) : (
        <p>{t("list.empty")}</p>
      )}
      <p className="mt-14 flex flex-wrap gap-x-6 border-t border-line pt-5 text-sm text-quiet">
        <span>{t("list.count", { count: products.length })}</span>
        <span>
          {t.rich("list.prices", { link: (text) => <ShippingLink locale={locale}>{text}</ShippingLink> })}
        </span>
      </p>
    </>
  );
}
