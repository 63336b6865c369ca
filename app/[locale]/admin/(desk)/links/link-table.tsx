import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { DeskTable, tableCell } from "@/components/admin/desk-table";
import { Moment } from "@/components/admin/moment";
import { Price } from "@/components/ui/price";
import type { Locale } from "@/lib/i18n/config";
import type { ListedLink } from "@/lib/links/list";
import { LinkStateWords } from "./link-state-words";
import { Until } from "./until";

const wide = `${tableCell} hidden lg:table-cell`;

/** Payment links as a table; on a phone the columns that can wait are left to the link's own page. */
export async function LinkTable({ links, locale }: { links: ListedLink[]; locale: Locale }) {
  const t = await getTranslations("links");
  const columns = [
    [t("col.text"), tableCell],
    [t("col.amount"), `${tableCell} text-right`],
    [t("col.state"), tableCell],
    [t("col.made"), wide],
    [t("col.until"), wide],
    [t("col.order"), `${tableCell} hidden sm:table-cell`],
  ] as const;
  return (
    <DeskTable columns={columns}>
      {links.map(({ link, state, total, order }) => (
        <tr key={link.id} className="hover:bg-paper">
          <th scope="row" className={`${tableCell} font-medium wrap-anywhere`}>
            <Link prefetch={false} className="link" href={`/${locale}/admin/links/${link.id}`}>
              {link.text}
            </Link>
          </th>
          <td className={`${tableCell} text-right`}>
            {total === null ? (
              <span className="text-quiet">{t("notAvailable")}</span>
            ) : (
              <Price amount={total} locale={locale} />
            )}
          </td>
          <td className={tableCell}>
            <LinkStateWords state={state} locale={locale} />
          </td>
          <td className={wide}>
            <Moment at={link.createdAt} locale={locale} />
          </td>
          <td className={wide}>
            <Until end={link.expiresAt} locale={locale} />
          </td>
          <td className={`${tableCell} hidden tabular-nums sm:table-cell`}>
            {order ? (
              <Link prefetch={false} className="link" href={`/${locale}/admin/orders/${order.id}`}>
                {order.number}
              </Link>
            ) : (
              "–"
            )}
          </td>
        </tr>
      ))}
    </DeskTable>
  );
}
