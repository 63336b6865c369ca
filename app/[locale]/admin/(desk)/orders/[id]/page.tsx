import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/admin/action-form";
import { LiveOrder } from "@/components/admin/live-order";
import { formatMoment, Moment } from "@/components/admin/moment";
import { SituationLine } from "@/components/admin/situation-line";
import { requireAdmin } from "@/lib/auth/current-admin";
import { isLocale } from "@/lib/i18n/config";
import { findOrderDetail } from "@/lib/orders/admin-detail";
import { getContext } from "@/lib/runtime";
import { lookAction } from "./actions";
import { MoneyNotes } from "./money-notes";
import { OrderAttempts } from "./order-attempts";
import { OrderCancel } from "./order-cancel";
import { OrderCapture } from "./order-capture";
import { OrderDocuments } from "./order-documents";
import { OrderLines } from "./order-lines";
import { OrderNotes } from "./order-notes";
import { OrderParts } from "./order-parts";
import { OrderPeople } from "./order-people";
import { OrderPickup } from "./order-pickup";
import { OrderRefund } from "./order-refund";
import { OrderShipping } from "./order-shipping";
import { OrderTimeline } from "./order-timeline";
import { OrderWithdrawals } from "./order-withdrawals";
import { TwoFacts } from "./two-facts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: `${t("list.title")} · ${t("meta.title")}` };
}

/** On a phone both columns dissolve into one and the parts follow their own order. */
const column = "contents lg:flex lg:flex-col lg:gap-4 *:min-w-0";

export default async function OrderPage({ params }: PageProps<"/[locale]/admin/orders/[id]">) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const { role } = await requireAdmin(locale, `/admin/orders/${id}`);
  const { db } = await getContext();
  const detail = await findOrderDetail(db, id);
  if (!detail) notFound();
  const { order, attempts } = detail;
  const t = await getTranslations("admin");
  return (
    <>
      <LiveOrder id={order.id} version={order.version} />
      <Link className="link" href={`/${locale}/admin/orders`}>
        ← {t("order.back")}
      </Link>
      <div className="mt-2 mb-4 flex flex-wrap items-start justify-between gap-4">
        <div>
          <h1 className="text-xl font-semibold">{t("order.title", { number: order.number })}</h1>
          <p className="text-base">
            <SituationLine order={order} attempt={attempts[0] ?? null} locale={locale} />
          </p>
          <p className="text-quiet">
            {t("order.placed")} <Moment at={order.placedAt} locale={locale} />
          </p>
        </div>
        <div className="flex flex-col gap-1 sm:items-end">
          <ActionForm
            action={lookAction}
            hidden={{ locale, orderId: order.id }}
            labels={{
              submit: t("look.submit"),
              sending: t("look.sending"),
              supportId: t("errors.supportId"),
            }}
            variant="secondary"
            size="small"
          />
          {attempts[0]?.lastCheckedAt ? (
            <p className="text-xs text-quiet">
              {t("attempts.lastChecked", { date: formatMoment(attempts[0].lastCheckedAt, locale, true) })}
            </p>
          ) : null}
        </div>
      </div>
      {order.flag ? (
        <p className="mb-4 rounded border-2 border-oxblood bg-sheet px-4 py-3 font-medium text-oxblood">
          ⚑ {t(`flag.${order.flag}`)}
        </p>
      ) : null}
      <MoneyNotes order={order} attempts={attempts} locale={locale} />
      <div className="flex flex-col gap-4 lg:grid lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)] lg:items-start">
        <div className={column}>
          <TwoFacts order={order} locale={locale} />
          <div className="max-lg:order-2">
            <OrderLines detail={detail} locale={locale} />
          </div>
          <div className="max-lg:order-7">
            <OrderTimeline detail={detail} locale={locale} />
          </div>
        </div>
        <div className={column}>
          <div className="flex flex-col gap-4 empty:hidden max-lg:order-1">
            <OrderCapture order={order} attempts={attempts} locale={locale} />
            {order.delivery === "collection" ? (
              <OrderPickup order={order} locale={locale} />
            ) : (
              <OrderShipping order={order} locale={locale} />
            )}
            <OrderParts detail={detail} locale={locale} />
            <OrderWithdrawals withdrawals={detail.withdrawals} locale={locale} />
          </div>
          <div className="empty:hidden max-lg:order-5">
            <OrderRefund detail={detail} role={role} locale={locale} />
          </div>
          <div className="empty:hidden max-lg:order-6">
            <OrderCancel order={order} role={role} locale={locale} />
          </div>
          <div className="max-lg:order-3">
            <OrderPeople order={order} locale={locale} />
          </div>
          <div className="max-lg:order-3">
            <OrderNotes orderId={order.id} notes={detail.notes} locale={locale} />
          </div>
          <div className="max-lg:order-4">
            <OrderDocuments orderId={order.id} locale={locale} />
          </div>
          <div className="max-lg:order-4">
            <OrderAttempts attempts={attempts} locale={locale} />
          </div>
        </div>
      </div>
    </>
  );
}
