import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireAdmin } from "@/lib/auth/current-admin";
import { isLocale } from "@/lib/i18n/config";
import { lastChange, listOrders } from "@/lib/orders/admin-list";
import { getContext } from "@/lib/runtime";
import { listAddress, readView } from "./list-address";
import { LiveList } from "./live-list-client";
import { OrderExport } from "./order-export";
import { OrderFilter } from "./order-filter";
import { OrderTable } from "./order-table";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: `${t("list.title")} · ${t("meta.title")}` };
}

export default async function OrdersPage({ params, searchParams }: PageProps<"/[locale]/admin/orders">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  await requireAdmin(locale, "/admin/orders");
  const view = readView(await searchParams);
  const { db, now } = await getContext();
  const changedAt = await lastChange(db);
  const { orders, next, previous } = await listOrders(db, view);
  const t = await getTranslations("admin.list");
  const searched = view.search !== "" || view.filter !== "all" || view.place !== null;
  return (
    <LiveList madeAt={now().getTime()} changedAt={changedAt?.getTime() ?? 0}>
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <h1 className="text-xl font-semibold">{t("title")}</h1>
        <OrderExport locale={locale} now={now()} />
      </div>
      <div className="mb-4">
        <OrderFilter locale={locale} view={view} />
      </div>
      {orders.length > 0 ? (
        <OrderTable orders={orders} locale={locale} />
      ) : (
        <p className="rounded border border-line bg-sheet p-6 text-quiet">
          {searched ? t("noneFound") : t("none")}
        </p>
      )}
      <nav aria-label={t("title")} className="mt-4 flex gap-6">
        {view.place ? (
          <Link className="link py-2" href={listAddress(locale, { ...view, place: null })}>
            {t("newest")}
          </Link>
        ) : null}
        {previous ? (
          <Link
            className="link py-2"
            rel="prev"
            href={listAddress(locale, { ...view, place: { direction: "before", cursor: previous } })}
          >
            ← {t(view.sort === "newest" ? "newer" : "backward")}
          </Link>
        ) : null}
        {next ? (
          <Link
            className="link py-2"
            rel="next"
            href={listAddress(locale, { ...view, place: { direction: "after", cursor: next } })}
          >
            {t(view.sort === "newest" ? "older" : "forward")} →
          </Link>
        ) : null}
      </nav>
    </LiveList>
  );
}
