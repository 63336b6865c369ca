import { ProductPicture } from "@/components/shop-product/product-picture";
import { LinkButton } from "@/components/ui/link-button";
import { Price } from "@/components/ui/price";
import type { ProductView } from "@/lib/catalog/product-view";
import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { pathIn } from "@/lib/i18n/paths";

/** One product told at length: picture on one side, its story on the other. */
export function Feature({ product, locale }: { product: ProductView; locale: Locale }) {
  const t = translator(locale, "shop");
  return (
    <section
      aria-labelledby="feature"
      className="grid items-center gap-x-12 gap-y-8 rounded border border-line bg-sheet p-5 sm:p-8 md:grid-cols-2 lg:p-12"
    >
      <ProductPicture image={product.image} locale={locale} sizes="(min-width: 768px) 46vw, 92vw" />
      <div className="max-w-prose">
        <p className="text-sm font-medium text-brass">{t("home.featureLabel")}</p>
        <h2 id="feature" className="mt-1 font-serif text-3xl font-medium">
          {product.name[locale]}
        </h2>
        <p className="mt-4 text-quiet">{product.description[locale]}</p>
        <p className="mt-4 text-xl">
          <Price amount={product.price} locale={locale} />
        </p>
        <p className="mt-6">
          <LinkButton href={pathIn(locale, `/products/${product.slug}`)} variant="secondary" prefetch={false}>
            {t("home.featureLink")}
          </LinkButton>
        </p>
      </div>
    </section>
  );
}
