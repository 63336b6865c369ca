import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireAdmin } from "@/lib/auth/current-admin";
import { isLocale } from "@/lib/i18n/config";
import { openInvoices, revenueByDay, revenueByMethod } from "@/lib/reports/money";
import { nothingToDo, readToday } from "@/lib/reports/today";
import { getContext } from "@/lib/runtime";
import { InvoicesByDueDate, RevenueByDay, RevenueByMethod } from "./today-money";
import { TodayOrders } from "./today-orders";
import { TodayClaims, TodayShop } from "./today-others";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: `${t("desk.today.title")} · ${t("admin.meta.title")}` };
}

/** What waits for the merchant, and what the last days brought. */
export default async function TodayPage({ params }: PageProps<"/[locale]/admin">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  await requireAdmin(locale);
  const ctx = await getContext();
  const now = ctx.now();
  const today = await readToday(ctx.db);
  const days = await revenueByDay(ctx.db, now);
  const methods = await revenueByMethod(ctx.db, now);
  const invoices = await openInvoices(ctx.db, now);
  const t = await getTranslations("desk.today");
  return (
    <>
      <h1 className="mb-4 text-xl font-semibold">{t("title")}</h1>
      {nothingToDo(today) ? (
        <p className="mb-4 rounded border border-line bg-sheet p-6 text-quiet">{t("nothing")}</p>
      ) : (
        <div className="mb-4 gap-4 [&>*]:mb-4 lg:columns-2">
          <TodayOrders today={today} locale={locale} now={now} />
          <TodayClaims today={today} locale={locale} now={now} />
          <TodayShop today={today} locale={locale} now={now} />
        </div>
      )}
      <div className="flex flex-col gap-4 lg:grid lg:grid-cols-2 lg:items-start *:min-w-0">
        <RevenueByDay days={days} locale={locale} />
        <div className="flex flex-col gap-4">
          <RevenueByMethod shares={methods} locale={locale} />
          <InvoicesByDueDate bands={invoices} locale={locale} />
        </div>
      </div>
    </>
  );
}
