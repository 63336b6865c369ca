import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireAdmin } from "@/lib/auth/current-admin";
import { isLocale } from "@/lib/i18n/config";
import { listFilters, listOrders } from "@/lib/orders/admin-list";
import { getContext } from "@/lib/runtime";
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
  const query = await searchParams;
  const search = one(query.q).slice(0, 100);
  const filter = listFilters.find((name) => name === one(query.state)) ?? "all";
  const after = one(query.after) || null;
  const { db } = await getContext();
  const { orders, next } = await listOrders(db, { search, filter, after });
  const t = await getTranslations("admin.list");
  const searched = search !== "" || filter !== "all";
  const address = (cursor: string | null) => {
    const parts = new URLSearchParams({
      ...(search ? { q: search } : {}),
      ...(filter === "all" ? {} : { state: filter }),
      ...(cursor ? { after: cursor } : {}),
    });
    return `/${locale}/admin/orders${parts.size > 0 ? `?${parts}` : ""}`;
  };
  return (
    <>
      <div className="mb-4 flex flex-wrap items-end justify-between gap-4">
        <h1 className="text-xl font-semibold">{t("title")}</h1>
        <OrderFilter locale={locale} search={search} filter={filter} searched={searched} />
      </div>
      {orders.length > 0 ? (
        <OrderTable orders={orders} locale={locale} />
      ) : (
        <p className="rounded border border-line bg-sheet p-6 text-quiet">
          {searched || after ? t("noneFound") : t("none")}
        </p>
      )}
      <nav aria-label={t("title")} className="mt-4 flex gap-6">
        {after ? (
          <Link className="link py-2" href={address(null)}>
            {t("newest")}
          </Link>
        ) : null}
        {next ? (
          <Link className="link py-2" href={address(next)} rel="next">
            {t("older")}
          </Link>
        ) : null}
      </nav>
    </>
  );
}

function one(value: string | string[] | undefined): string {
  return typeof value === "string" ? value : "";
}
