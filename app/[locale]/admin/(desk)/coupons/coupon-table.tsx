import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Price } from "@/components/ui/price";
import { couponState } from "@/lib/coupons/coupons";
import type { Coupon } from "@/lib/db/schema";
import type { Locale } from "@/lib/i18n/config";
import { formatLastDay } from "@/lib/links/last-day";

const cell = "px-3 py-2 align-top";
const wide = `${cell} hidden sm:table-cell`;

/** Coupons as a table; each code leads to the orders that used it. */
export async function CouponTable(props: { coupons: Coupon[]; now: Date; locale: Locale }) {
  const { coupons, now, locale } = props;
  const t = await getTranslations("catalogue.coupons");
  const heads = [
    [t("col.code"), cell],
    [t("col.amount"), `${cell} text-right`],
    [t("col.minimum"), `${wide} text-right`],
    [t("col.until"), wide],
    [t("col.uses"), cell],
    [t("col.state"), cell],
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
        {coupons.map((coupon) => {
          const state = couponState(coupon, now);
          return (
            <tr key={coupon.code} className="tabular-nums hover:bg-paper">
              <th scope="row" className={`${cell} font-medium wrap-anywhere`}>
                <Link prefetch={false} className="link" href={`/${locale}/admin/coupons/${coupon.code}`}>
                  {coupon.code}
                </Link>
              </th>
              <td className={`${cell} text-right`}>
                <Price amount={coupon.amount} locale={locale} />
              </td>
              <td className={`${wide} text-right`}>
                <Price amount={coupon.minimum} locale={locale} />
              </td>
              <td className={wide}>
                {coupon.validUntil ? formatLastDay(coupon.validUntil, locale) : t("forever")}
              </td>
              <td className={cell}>{usesOf(coupon, t)}</td>
              <td className={`${cell} ${state === "valid" ? "" : "text-quiet"}`}>{t(`state.${state}`)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

type Translate = (key: "usesOf", values: { uses: number; max: number }) => string;

function usesOf({ uses, maxUses }: Coupon, t: Translate): string {
  return maxUses === null ? String(uses) : t("usesOf", { uses, max: maxUses });
}
