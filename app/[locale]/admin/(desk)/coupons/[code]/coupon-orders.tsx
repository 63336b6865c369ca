import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Moment } from "@/components/admin/moment";
import { Price } from "@/components/ui/price";
import type { CouponOrder } from "@/lib/coupons/coupons";
import type { Locale } from "@/lib/i18n/config";

/** The orders that used a coupon, the newest first. */
export async function CouponOrders({ orders, locale }: { orders: CouponOrder[]; locale: Locale }) {
  const t = await getTranslations("catalogue.coupons");
  if (orders.length === 0) return <p className="text-quiet">{t("noOrders")}</p>;
  return (
    <table className="w-full text-left tabular-nums">
      <thead className="text-xs text-quiet">
        <tr>
          <th scope="col" className="py-1 font-medium">
            {t("order")}
          </th>
          <th scope="col" className="py-1 font-medium">
            {t("date")}
          </th>
          <th scope="col" className="py-1 text-right font-medium">
            {t("total")}
          </th>
        </tr>
      </thead>
      <tbody className="[&_td]:border-t [&_td]:py-1 [&_th]:border-t [&_th]:py-1">
        {orders.map(({ id, number, placedAt, total }) => (
          <tr key={id}>
            <th scope="row" className="font-medium">
              <Link prefetch={false} className="link" href={`/${locale}/admin/orders/${id}`}>
                {number}
              </Link>
            </th>
            <td>
              <Moment at={placedAt} locale={locale} />
            </td>
            <td className="text-right">
              <Price amount={total} locale={locale} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
