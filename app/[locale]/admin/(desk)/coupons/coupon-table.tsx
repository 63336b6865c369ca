import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { DeskTable, tableCell } from "@/components/admin/desk-table";
import { Price } from "@/components/ui/price";
import { couponState } from "@/lib/coupons/coupons";
import type { Coupon } from "@/lib/db/schema";
import type { Locale } from "@/lib/i18n/config";
import { formatLastDay } from "@/lib/links/last-day";

const wide = `${tableCell} hidden sm:table-cell`;

/** Coupons as a table; each code leads to the orders that used it. */
export async function CouponTable(props: { coupons: Coupon[]; now: Date; locale: Locale }) {
  const { coupons, now, locale } = props;
  const t = await getTranslations("catalogue.coupons");
  const columns = [
    [t("col.code"), tableCell],
    [t("col.amount"), `${tableCell} text-right`],
    [t("col.minimum"), `${wide} text-right`],
    [t("col.until"), wide],
    [t("col.uses"), tableCell],
    [t("col.state"), tableCell],
  ] as const;
  return (
    <DeskTable columns={columns}>
      {coupons.map((coupon) => {
        const state = couponState(coupon, now);
        return (
          <tr key={coupon.code} className="tabular-nums hover:bg-paper">
            <th scope="row" className={`${tableCell} font-medium wrap-anywhere`}>
              <Link prefetch={false} className="link" href={`/${locale}/admin/coupons/${coupon.code}`}>
                {coupon.code}
              </Link>
            </th>
            <td className={`${tableCell} text-right`}>
              <Price amount={coupon.amount} locale={locale} />
            </td>
            <td className={`${wide} text-right`}>
              <Price amount={coupon.minimum} locale={locale} />
            </td>
            <td className={wide}>
              {coupon.validUntil ? formatLastDay(coupon.validUntil, locale) : t("forever")}
            </td>
            <td className={tableCell}>{usesOf(coupon, t)}</td>
            <td className={`${tableCell} ${state === "valid" ? "" : "text-quiet"}`}>{t(`state.${state}`)}</td>
          </tr>
        );
      })}
    </DeskTable>
  );
}

type Translate = (key: "usesOf", values: { uses: number; max: number }) => string;

function usesOf({ uses, maxUses }: Coupon, t: Translate): string {
  return maxUses === null ? String(uses) : t("usesOf", { uses, max: maxUses });
}
