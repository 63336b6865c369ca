import { getTranslations } from "next-intl/server";
import { Panel } from "@/components/admin/panel";
import { Price } from "@/components/ui/price";
import type { OrderLine } from "@/lib/db/schema";
import type { Locale } from "@/lib/i18n/config";
import { cents, formatCents } from "@/lib/money";
import type { OrderDetail } from "@/lib/orders/admin-detail";

/** What was ordered, as it was frozen, with the VAT it contains. */
export async function OrderLines({ detail, locale }: { detail: OrderDetail; locale: Locale }) {
  const { order, lines } = detail;
  const t = await getTranslations("admin.order");
  return (
    <Panel title={t("lines")} id="lines">
      <table className="w-full text-left [&_td]:py-1.5 [&_td]:align-top [&_td:not(:first-child)]:pl-3 [&_td:not(:first-child)]:text-right [&_th]:font-medium [&_th:not(:first-child)]:pl-3 [&_th:not(:first-child)]:text-right">
        <thead className="text-xs text-quiet">
          <tr>
            <th scope="col">{t("lineName")}</th>
            <th scope="col">{t("quantity")}</th>
            <th scope="col" className="hidden sm:table-cell">
              {t("unitPrice")}
            </th>
            <th scope="col" className="hidden sm:table-cell">
              {t("vat")}
            </th>
            <th scope="col">{t("lineTotal")}</th>
          </tr>
        </thead>
        <tbody className="tabular-nums [&>tr]:border-t">
          {lines.map((line) => (
            <tr key={line.position}>
              <td>
                {line.name}
                {line.sku ? <span className="block text-xs text-quiet">{line.sku}</span> : null}
              </td>
              <td>{line.quantity}</td>
              <td className="hidden sm:table-cell">
                <Price amount={line.unitPrice} locale={locale} />
              </td>
              <td className="hidden sm:table-cell">{line.vatPercent} %</td>
              <td>
                <Price amount={signed(line)} locale={locale} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot className="tabular-nums">
          <tr className="border-t font-semibold">
            <th scope="row" className="py-2">
              {t("total")}
            </th>
            <td />
            <td className="hidden sm:table-cell" />
            <td className="hidden sm:table-cell" />
            <td className="py-2">
              <Price amount={order.total} locale={locale} />
            </td>
          </tr>
        </tfoot>
      </table>
      <ul className="text-right text-xs text-quiet tabular-nums">
        {order.vatGroups.map((group) => (
          <li key={group.percent}>
            {t("vatGroup", { percent: group.percent, net: formatCents(group.net, locale) })}:{" "}
            <Price amount={group.vat} locale={locale} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** A coupon's frozen amounts are positive and subtract (api.md 7.2). */
function signed(line: OrderLine) {
  return line.type === "coupon" ? cents(-line.total) : line.total;
}
