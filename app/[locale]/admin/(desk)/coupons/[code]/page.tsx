import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/admin/action-form";
import { Facts } from "@/components/admin/facts";
import { Moment } from "@/components/admin/moment";
import { Panel } from "@/components/admin/panel";
import { requireAdmin } from "@/lib/auth/current-admin";
import { couponOrderLimit, couponState, findCouponDetail } from "@/lib/coupons/coupons";
import { isLocale } from "@/lib/i18n/config";
import { formatLastDay } from "@/lib/links/last-day";
import { formatCents } from "@/lib/money";
import { getContext } from "@/lib/runtime";
import { endCouponAction } from "../actions";
import { CouponOrders } from "./coupon-orders";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("catalogue");
  return { title: t("coupons.title") };
}

export default async function CouponPage({ params }: PageProps<"/[locale]/admin/coupons/[code]">) {
  const { locale, code } = await params;
  if (!isLocale(locale)) notFound();
  const { role } = await requireAdmin(locale, "/admin/coupons");
  const ctx = await getContext();
  const found = await findCouponDetail(ctx.db, code);
  if (!found) notFound();
  const { coupon, orders } = found;
  const t = await getTranslations("catalogue.coupons");
  const supportId = (await getTranslations("admin"))("errors.supportId");
  const { maxUses, uses, validUntil } = coupon;
  return (
    <>
      <Link className="link" href={`/${locale}/admin/coupons`}>
        ← {t("back")}
      </Link>
      <h1 className="mt-2 text-xl font-semibold wrap-anywhere">{coupon.code}</h1>
      <p className="mb-4 text-base">{t(`state.${couponState(coupon, ctx.now())}`)}</p>
      <div className="grid gap-4 *:min-w-0 lg:grid-cols-2 lg:items-start">
        <Panel title={t("facts")} id="facts">
          <Facts
            facts={[
              { label: t("col.amount"), value: formatCents(coupon.amount, locale) },
              { label: t("col.minimum"), value: formatCents(coupon.minimum, locale) },
              { label: t("col.until"), value: validUntil ? formatLastDay(validUntil, locale) : t("forever") },
              {
                label: t("col.uses"),
                value: maxUses === null ? String(uses) : t("usesOf", { uses, max: maxUses }),
              },
              { label: t("made"), value: <Moment at={coupon.createdAt} locale={locale} /> },
            ]}
          />
        </Panel>
        <Panel title={t("end")} id="end">
          <p className="mb-4 text-quiet">{role === "owner" ? t("endIntro") : t("onlyOwner")}</p>
          <ActionForm
            action={endCouponAction}
            hidden={{ locale, code: coupon.code }}
            labels={{ submit: t("endSubmit"), sending: t("endSending"), supportId }}
            variant="secondary"
            open={coupon.active && role === "owner"}
          />
        </Panel>
        <Panel title={t("orders")} id="orders" className="lg:col-span-2">
          <CouponOrders orders={orders} locale={locale} />
          {orders.length === couponOrderLimit ? (
            <p className="mt-2 text-quiet">{t("shown", { count: couponOrderLimit })}</p>
          ) : null}
        </Panel>
      </div>
    </>
  );
}
