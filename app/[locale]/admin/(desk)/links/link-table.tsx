import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Moment } from "@/components/admin/moment";
import { Price } from "@/components/ui/price";
import type { Locale } from "@/lib/i18n/config";
import type { ListedLink } from "@/lib/links/list";
import { LinkStateWords } from "./link-state-words";
import { Until } from "./until";

const cell = "px-3 py-2 align-top";
const wide = `${cell} hidden lg:table-cell`;

/** Payment links as a table; on a phone the columns that can wait are left to the link's own page. */
export async function LinkTable({ links, locale }: { links: ListedLink[]; locale: Locale }) {
  const t = await getTranslations("links");
  const heads = [
    [t("col.text"), cell],
    [t("col.amount"), `${cell} text-right`],
    [t("col.state"), cell],
    [t("col.made"), wide],
    [t("col.until"), wide],
    [t("col.order"), `${cell} hidden sm:table-cell`],
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
        {links.map(({ link, state, total, order }) => (
          <tr key={link.id} className="hover:bg-paper">
            <th scope="row" className={`${cell} font-medium wrap-anywhere`}>
              <Link prefetch={false} className="link" href={`/${locale}/admin/links/${link.id}`}>
                {link.text}
              </Link>
            </th>
            <td className={`${cell} text-right`}>
              {total === null ? (
                <span className="text-quiet">{t("notAvailable")}</span>
              ) : (
                <Price amount={total} locale={locale} />
              )}
            </td>
            <td className={cell}>
              <LinkStateWords state={state} locale={locale} />
            </td>
            <td className={wide}>
              <Moment at={link.createdAt} locale={locale} />
            </td>
            <td className={wide}>
              <Until end={link.expiresAt} locale={locale} />
            </td>
            <td className={`${cell} hidden tabular-nums sm:table-cell`}>
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
      </tbody>
    </table>
  );
}
