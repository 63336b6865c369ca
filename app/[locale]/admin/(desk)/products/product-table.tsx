import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { DeskTable, tableCell } from "@/components/admin/desk-table";
import { Price } from "@/components/ui/price";
import type { Product } from "@/lib/db/schema";
import type { Locale } from "@/lib/i18n/config";

const wide = `${tableCell} hidden md:table-cell`;

/** Products with their stock; only what runs low stands out. */
export async function ProductTable({ products, locale }: { products: Product[]; locale: Locale }) {
  const t = await getTranslations("catalogue.products");
  const columns = [
    [t("col.name"), tableCell],
    [t("col.sku"), wide],
    [t("col.price"), `${tableCell} text-right`],
    [t("col.available"), `${tableCell} text-right`],
    [t("col.stock"), `${wide} text-right`],
    [t("col.reserved"), `${wide} text-right`],
    [t("col.state"), `${tableCell} hidden sm:table-cell`],
  ] as const;
  return (
    <DeskTable columns={columns}>
      {products.map((product) => (
        <tr key={product.sku} className="tabular-nums hover:bg-paper">
          <th scope="row" className={`${tableCell} font-medium wrap-anywhere`}>
            <Link prefetch={false} className="link" href={`/${locale}/admin/products/${product.sku}`}>
              {product.name[locale]}
            </Link>
            <span className="block font-normal sm:hidden">
              <StateWords product={product} />
            </span>
          </th>
          <td className={`${wide} text-quiet`}>{product.sku}</td>
          <td className={`${tableCell} text-right`}>
            <Price amount={product.price} locale={locale} />
          </td>
          <td className={`${tableCell} text-right font-medium`}>{product.stock - product.reserved}</td>
          <td className={`${wide} text-right`}>{product.stock}</td>
          <td className={`${wide} text-right text-quiet`}>{product.reserved}</td>
          <td className={`${tableCell} hidden sm:table-cell`}>
            <StateWords product={product} />
          </td>
        </tr>
      ))}
    </DeskTable>
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
