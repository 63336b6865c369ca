import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { DeskTable, tableCell } from "@/components/admin/desk-table";
import { methodName } from "@/components/admin/method-name";
import { Moment } from "@/components/admin/moment";
import { SituationLine } from "@/components/admin/situation-line";
import { Price } from "@/components/ui/price";
import type { Locale } from "@/lib/i18n/config";
import type { ListedOrder } from "@/lib/orders/admin-list";
import { NewMark } from "./live-list-client";

const wide = `${tableCell} hidden lg:table-cell`;

/** Orders as a table; on a phone the columns that can wait fold into the first. */
export async function OrderTable({ orders, locale }: { orders: ListedOrder[]; locale: Locale }) {
  const t = await getTranslations("admin.list");
  const columns = [
    [t("number"), tableCell],
    [t("date"), wide],
    [t("name"), `${tableCell} hidden sm:table-cell`],
    [t("amount"), `${tableCell} text-right`],
    [t("method"), wide],
    [t("state"), tableCell],
  ] as const;
  return (
    <DeskTable columns={columns}>
      {orders.map((order) => (
        <Row
          key={order.id}
          order={order}
          locale={locale}
          texts={{ flagged: t("flagged"), isNew: t("isNew") }}
        />
      ))}
    </DeskTable>
  );
}

type RowProps = { order: ListedOrder; locale: Locale; texts: { flagged: string; isNew: string } };

function Row({ order, locale, texts }: RowProps) {
  const name = `${order.billing.forename} ${order.billing.surname}`;
  return (
    <tr className="hover:bg-paper">
      <th scope="row" className={`${tableCell} font-medium tabular-nums`}>
        <Link prefetch={false} className="link" href={`/${locale}/admin/orders/${order.id}`}>
          {order.number}
        </Link>
        <NewMark at={order.placedAt.getTime()} text={texts.isNew} />
        <span className="block font-normal text-quiet sm:hidden">{name}</span>
      </th>
      <td className={wide}>
        <Moment at={order.placedAt} locale={locale} />
      </td>
      <td className={`${tableCell} hidden break-words sm:table-cell`}>
        {name}
        <span className="hidden text-quiet md:block">{order.email}</span>
      </td>
      <td className={`${tableCell} text-right`}>
        <Price amount={order.total} locale={locale} />
      </td>
      <td className={wide}>{order.attempt ? methodName(order.attempt.method, locale) : "–"}</td>
      <td className={tableCell}>
        <SituationLine order={order} attempt={order.attempt} locale={locale} />
        {order.flag ? <span className="block font-medium text-oxblood">⚑ {texts.flagged}</span> : null}
      </td>
    </tr>
  );
}
