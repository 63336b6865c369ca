import { AddToBasket } from "@/components/basket/add-to-basket";
import { Availability } from "@/components/shop-product/availability";
import { ProductFacts } from "@/components/shop-product/product-facts";
import { ShippingLink } from "@/components/shop-product/shipping-link";
import { Price } from "@/components/ui/price";
import type { ProductView } from "@/lib/catalog/product-view";
import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { formatCents } from "@/lib/money";

type Props = { product: ProductView; locale: Locale };

/** Everything beside the picture: name, price with what the law asks beside it, stock, the form, the story, the facts. */
export function ProductDetails({ product, locale }: Props) {
  const t = translator(locale, "shop");
  return (
    <div className="space-y-6">
      <header className="space-y-2">
        <h1 className="font-serif text-3xl font-medium lg:text-4xl">{product.name[locale]}</h1>
        <p className="text-lg text-quiet">{product.summary[locale]}</p>
      </header>
      <ProductPrice product={product} locale={locale} />
      <Availability product={product} locale={locale} />
      {product.available > 0 ? (
        <AddToBasket sku={product.sku} max={product.available} locale={locale} />
      ) : null}
      <section aria-labelledby="about" className="border-t border-line pt-6">
        <h2 id="about" className="sr-only">
          {t("product.about")}
        </h2>
        <p>{product.description[locale]}</p>
      </section>
      <ProductFacts product={product} locale={locale} />
    </div>
  );
}

function ProductPrice({ product, locale }: Props) {
  const t = translator(locale, "shop");
  const { unitPrice } = product;
  return (
    <div>
      <p className="flex flex-wrap items-baseline gap-x-4">
        <Price amount={product.price} locale={locale} className="text-2xl" />
        {unitPrice ? (
          <span className="text-sm text-quiet">
            {t(`product.unit.${unitPrice.unit}`, { price: formatCents(unitPrice.price, locale) })}
          </span>
        ) : null}
      </p>
      <p className="text-sm text-quiet">
        {t.rich("product.vat", {
          percent: product.vatPercent,
          link: (text) => <ShippingLink locale={locale}>{text}</ShippingLink>,
        })}
      </p>
    </div>
  );
}
