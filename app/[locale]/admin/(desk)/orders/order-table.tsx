import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { methodName } from "@/components/admin/method-name";
import { Moment } from "@/components/admin/moment";
import { SituationLine } from "@/components/admin/situation-line";
import { Price } from "@/components/ui/price";
import type { Locale } from "@/lib/i18n/config";
import type { ListedOrder } from "@/lib/orders/admin-list";
import { NewMark } from "./live-list-client";

const cell = "px-3 py-2 align-top";
const wide = `${cell} hidden lg:table-cell`;

/** Orders as a table; on a phone the columns that can wait fold into the first. */
export async function OrderTable({ orders, locale }: { orders: ListedOrder[]; locale: Locale }) {
  const t = await getTranslations("admin.list");
  return (
    <table className="w-full border-separate border-spacing-0 rounded border border-line bg-sheet text-left">
      <thead className="text-xs text-quiet">
        <tr className="[&>th]:sticky [&>th]:top-0 [&>th]:border-b [&>th]:border-line [&>th]:bg-sheet [&>th]:font-medium">
          <th scope="col" className={cell}>
            {t("number")}
          </th>
          <th scope="col" className={wide}>
            {t("date")}
          </th>
          <th scope="col" className={`${cell} hidden sm:table-cell`}>
            {t("name")}
          </th>
          <th scope="col" className={`${cell} text-right`}>
            {t("amount")}
          </th>
          <th scope="col" className={wide}>
            {t("method")}
          </th>
          <th scope="col" className={cell}>
            {t("state")}
          </th>
        </tr>
      </thead>
      <tbody className="[&>tr:not(:first-child)>td]:border-t [&>tr:not(:first-child)>th]:border-t">
        {orders.map((order) => (
          <Row
            key={order.id}
            order={order}
            locale={locale}
            texts={{ flagged: t("flagged"), isNew: t("isNew") }}
          />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = { order: ListedOrder; locale: Locale; texts: { flagged: string; isNew: string } };

function Row({ order, locale, texts }: RowProps) {
  const name = `${order.billing.forename} ${order.billing.surname}`;
  return (
    <tr className="hover:bg-paper">
      <th scope="row" className={`${cell} font-medium tabular-nums`}>
        <Link prefetch={false} className="link" href={`/${locale}/admin/orders/${order.id}`}>
          {order.number}
        </Link>
        <NewMark at={order.placedAt.getTime()} text={texts.isNew} />
        <span className="block font-normal text-quiet sm:hidden">{name}</span>
      </th>
      <td className={wide}>
        <Moment at={order.placedAt} locale={locale} />
      </td>
      <td className={`${cell} hidden break-words sm:table-cell`}>
        {name}
        <span className="hidden text-quiet md:block">{order.email}</span>
      </td>
      <td className={`${cell} text-right`}>
        <Price amount={order.total} locale={locale} />
      </td>
      <td className={wide}>{order.attempt ? methodName(order.attempt.method, locale) : "–"}</td>
      <td className={cell}>
        <SituationLine order={order} attempt={order.attempt} locale={locale} />
        {order.flag ? <span className="block font-medium text-oxblood">⚑ {texts.flagged}</span> : null}
      </td>
    </tr>
  );
}
