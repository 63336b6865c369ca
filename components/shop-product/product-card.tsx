import { ProductPicture } from "@/components/shop-product/product-picture";
import { HoverLink } from "@/components/ui/hover-link-client";
import { join } from "@/components/ui/join";
import { Price } from "@/components/ui/price";
import type { ProductView } from "@/lib/catalog/product-view";
import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { pathIn } from "@/lib/i18n/paths";
import { formatCents } from "@/lib/money";

type Props = { product: ProductView; locale: Locale; eager?: boolean; level?: "h2" | "h3" };

const sizes = "(min-width: 1200px) 266px, (min-width: 1024px) 23vw, (min-width: 768px) 31vw, 46vw";

/** One product in a grid: picture, name, one line, price. The whole card leads to the product. */
export function ProductCard({ product, locale, eager = false, level: Heading = "h3" }: Props) {
  const t = translator(locale, "shop");
  const { unitPrice, availability } = product;
  return (
    <article className="group relative flex h-full flex-col">
      <div className="overflow-hidden rounded bg-tile">
        <ProductPicture
          image={product.image}
          locale={locale}
          sizes={sizes}
          eager={eager}
          className="motion-safe:transition-transform motion-safe:duration-500 motion-safe:group-hover:scale-[1.03]"
        />
      </div>
      <Heading className="mt-3 text-base leading-6 font-medium">
        <HoverLink
          href={pathIn(locale, `/products/${product.slug}`)}
          className="decoration-brass decoration-1 underline-offset-4 group-hover:underline after:absolute after:inset-0"
        >
          {product.name[locale]}
        </HoverLink>
      </Heading>
      <p className="mt-1 hidden text-sm text-quiet sm:block">{product.summary[locale]}</p>
      <p className="flex sm:mt-auto flex-wrap items-baseline gap-x-3 pt-2 text-base leading-6">
        <Price amount={product.price} locale={locale} />
        {unitPrice ? (
          <span className="text-xs text-quiet">
            {t(`product.unit.${unitPrice.unit}`, { price: formatCents(unitPrice.price, locale) })}
          </span>
        ) : null}
        {availability === "in_stock" ? null : (
          <span className={join("text-sm", availability === "few" ? "text-brass" : "text-quiet")}>
            {availability === "few" ? t("product.few", { count: product.available }) : t("product.soldOut")}
          </span>
        )}
      </p>
    </article>
  );
}
