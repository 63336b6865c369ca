import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Panel } from "@/components/admin/panel";
import { type FormGroup, SpecForm } from "@/components/admin/spec-form-client";
import { requireAdmin } from "@/lib/auth/current-admin";
import { listCoupons } from "@/lib/coupons/coupons";
import { isLocale, type Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { getContext } from "@/lib/runtime";
import { makeCouponAction } from "./actions";
import { CouponTable } from "./coupon-table";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("catalogue");
  return { title: t("coupons.title") };
}

export default async function CouponsPage({ params, searchParams }: PageProps<"/[locale]/admin/coupons">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const { role } = await requireAdmin(locale, "/admin/coupons");
  const asked = (await searchParams).after;
  const ctx = await getContext();
  const { coupons, next } = await listCoupons(ctx.db, typeof asked === "string" ? asked : null);
  const t = await getTranslations("catalogue");
  const supportId = (await getTranslations("admin"))("errors.supportId");
  return (
    <>
      <h1 className="text-xl font-semibold">{t("coupons.title")}</h1>
      <p className="mb-4 text-quiet">{t("coupons.intro")}</p>
      <div className="grid gap-4 *:min-w-0 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)] lg:items-start">
        <div>
          {coupons.length > 0 ? (
            <CouponTable coupons={coupons} now={ctx.now()} locale={locale} />
          ) : (
            <p className="rounded border border-line bg-sheet p-6 text-quiet">{t("coupons.none")}</p>
          )}
          {next ? (
            <Link
              className="link inline-block py-2"
              href={`/${locale}/admin/coupons?after=${next}`}
              rel="next"
            >
              {t("coupons.more")}
            </Link>
          ) : null}
        </div>
        <Panel title={t("coupons.newTitle")} id="new-coupon">
          {role === "owner" ? (
            <SpecForm
              action={makeCouponAction}
              hidden={{ locale }}
              groups={[couponFields(locale)]}
              labels={{ submit: t("coupons.submit"), sending: t("coupons.sending"), supportId }}
            />
          ) : (
            <p className="text-quiet">{t("coupons.onlyOwner")}</p>
          )}
        </Panel>
      </div>
    </>
  );
}

function couponFields(locale: Locale): FormGroup {
  const t = translator(locale, "catalogue");
  return {
    fields: [
      { kind: "text", name: "code", label: t("coupons.code"), hint: t("coupons.codeHint"), maxLength: 24 },
      {
        kind: "amount",
        name: "amount",
        label: t("coupons.amount"),
        hint: t("coupons.amountHint"),
        maxLength: 20,
      },
      {
        kind: "amount",
        name: "minimum",
        label: t("coupons.minimum"),
        hint: t("coupons.minimumHint"),
        maxLength: 20,
      },
      { kind: "date", name: "validUntil", label: t("coupons.until"), hint: t("coupons.untilHint") },
      {
        kind: "number",
        name: "maxUses",
        label: t("coupons.maxUses"),
        hint: t("coupons.maxUsesHint"),
        maxLength: 7,
      },
    ],
  };
}
