import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Price } from "@/components/ui/price";
import type { Product } from "@/lib/db/schema";
import type { Locale } from "@/lib/i18n/config";

const cell = "px-3 py-2 align-top";
const wide = `${cell} hidden md:table-cell`;

/** Products with their stock; only what runs low stands out. */
export async function ProductTable({ products, locale }: { products: Product[]; locale: Locale }) {
  const t = await getTranslations("catalogue.products");
  const heads = [
    [t("col.name"), cell],
    [t("col.sku"), wide],
    [t("col.price"), `${cell} text-right`],
    [t("col.available"), `${cell} text-right`],
    [t("col.stock"), `${wide} text-right`],
    [t("col.reserved"), `${wide} text-right`],
    [t("col.state"), `${cell} hidden sm:table-cell`],
  ] as const;
  return (
    <table className="w-full border-separate border-spacing-0 rounded border border-line bg-sheet text-left">
      <thead className="text-xs text-quiet">
        <tr className="[&>th]:sticky [&>th]:top-0 [&>th]:border-b [&>th]:border-line [&>th]:bg-sheet [&>th]:font-medium">
          {heads.map(([name, style]) => (
            <th key={name} scope="col" className={style}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="[&>tr:not(:first-child)>td]:border-t [&>tr:not(:first-child)>th]:border-t">
        {products.map((product) => (
          <tr key={product.sku} className="tabular-nums hover:bg-paper">
            <th scope="row" className={`${cell} font-medium wrap-anywhere`}>
              <Link prefetch={false} className="link" href={`/${locale}/admin/products/${product.sku}`}>
                {product.name[locale]}
              </Link>
              <span className="block font-normal sm:hidden">
                <StateWords product={product} />
              </span>
            </th>
            <td className={`${wide} text-quiet`}>{product.sku}</td>
            <td className={`${cell} text-right`}>
              <Price amount={product.price} locale={locale} />
            </td>
            <td className={`${cell} text-right font-medium`}>{product.stock - product.reserved}</td>
            <td className={`${wide} text-right`}>{product.stock}</td>
            <td className={`${wide} text-right text-quiet`}>{product.reserved}</td>
            <td className={`${cell} hidden sm:table-cell`}>
              <StateWords product={product} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

async function StateWords({ product }: { product: Product }) {
  const t = await getTranslations("catalogue.products.state");
  const available = product.stock - product.reserved;
  if (!product.active) return <span className="text-quiet">{t("inactive")}</span>;
  if (available <= 0) return <span className="font-medium text-oxblood">{t("soldOut")}</span>;
  if (available <= product.lowStock) return <span className="font-medium text-brass">{t("low")}</span>;
  return t("active");
}
