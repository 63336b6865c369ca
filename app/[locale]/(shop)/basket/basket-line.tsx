import Link from "next/link";
import { Picture } from "@/components/ui/picture";
import { Price } from "@/components/ui/price";
import type { PricedLine } from "@/lib/basket/types";
import type { Product } from "@/lib/db/schema";
import type { Locale } from "@/lib/i18n/config";
import { messagesOf, translator } from "@/lib/i18n/messages";
import { formatCents } from "@/lib/money";
import { QuantityForm } from "./quantity-form";
import { RemoveForm } from "./remove-form";

type Props = {
  sku: string;
  product: Product | undefined;
  line: PricedLine | undefined;
  locale: Locale;
  /** The id of the page's heading. */
  titleId: string;
};

/** One article of the basket. Without a priced line it cannot be bought at the moment and only be taken out. */
export function BasketLine({ sku, product, line, locale, titleId }: Props) {
  const t = translator(locale, "basket");
  const name = product?.name[locale] ?? sku;
  const remove = { button: t("line.remove"), label: t("line.removeOf", { name }) };
  return (
    <li className="flex gap-4 border-b border-line py-5 sm:gap-6">
      {product ? (
        <Picture
          src={`/${product.image.file}`}
          alt=""
          width={112}
          height={112}
          sizes="112px"
          className="size-20 shrink-0 rounded bg-tile sm:size-28"
        />
      ) : null}
      <div className="flex min-w-0 grow flex-col gap-2">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6">
          {product?.active ? (
            <Link className="font-medium hover:underline" href={`/${locale}/products/${product.slug}`}>
              {name}
            </Link>
          ) : (
            <span className="font-medium">{name}</span>
          )}
          {line ? <Price amount={line.total} locale={locale} /> : null}
        </div>
        {line && product ? (
          <p className="text-sm text-quiet">
            {t("line.each", { price: formatCents(line.unitPrice, locale) })}
          </p>
        ) : (
          <p className="text-sm text-oxblood">
            {t(product?.active ? "errors.sold_out" : "errors.unknown_product")}
          </p>
        )}
        <div className="flex flex-wrap items-start gap-x-6 gap-y-1">
          {line && product ? (
            <QuantityForm
              sku={sku}
              quantity={line.quantity}
              max={product.stock - product.reserved}
              locale={locale}
              labels={quantityLabels(name, product.stock - product.reserved, locale)}
            />
          ) : null}
          <RemoveForm sku={sku} locale={locale} labels={remove} focusAfter={titleId} />
        </div>
      </div>
    </li>
  );
}

function quantityLabels(name: string, max: number, locale: Locale) {
  const t = translator(locale, "basket");
  return {
    quantity: t("line.quantityOf", { name }),
    less: t("line.less", { name }),
    more: t("line.more", { name }),
    update: t("line.update"),
    errors: { ...messagesOf(locale).basket.errors, limited: t("errors.limited", { max }) },
  };
}
