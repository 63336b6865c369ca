import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import { Select } from "@/components/ui/select";
import { requireAdmin } from "@/lib/auth/current-admin";
import { listForAdmin, type ProductFilter, productFilters } from "@/lib/catalog/admin-list";
import { isLocale } from "@/lib/i18n/config";
import { getContext } from "@/lib/runtime";
import { ProductTable } from "./product-table";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("catalogue");
  return { title: t("products.title") };
}

export default async function ProductsPage({ params, searchParams }: PageProps<"/[locale]/admin/products">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  await requireAdmin(locale, "/admin/products");
  const query = await searchParams;
  const search = one(query.q).slice(0, 100);
  const filter = productFilters.find((name) => name === one(query.show)) ?? "all";
  const after = one(query.after) || null;
  const { db } = await getContext();
  const { products, next } = await listForAdmin(db, { search, filter, after });
  const t = await getTranslations("catalogue.products");
  const address = `/${locale}/admin/products`;
  const parts = { ...(search && { q: search }), ...(filter !== "all" && { show: filter }) };
  return (
    <>
      <div className="mb-4 flex flex-wrap items-end justify-between gap-4">
        <h1 className="text-xl font-semibold">{t("title")}</h1>
        <LinkButton href={`${address}/new`}>{t("new")}</LinkButton>
      </div>
      <ProductSearch address={address} search={search} filter={filter} />
      {products.length > 0 ? (
        <ProductTable products={products} locale={locale} />
      ) : (
        <p className="rounded border border-line bg-sheet p-6 text-quiet">{t("none")}</p>
      )}
      <nav aria-label={t("title")} className="mt-4 flex gap-6">
        {after ? (
          <Link className="link py-2" href={`${address}?${new URLSearchParams(parts)}`}>
            {t("first")}
          </Link>
        ) : null}
        {next ? (
          <Link
            className="link py-2"
            href={`${address}?${new URLSearchParams({ ...parts, after: next })}`}
            rel="next"
          >
            {t("next")}
          </Link>
        ) : null}
      </nav>
    </>
  );
}

async function ProductSearch(props: { address: string; search: string; filter: ProductFilter }) {
  const { address, search, filter } = props;
  const t = await getTranslations("catalogue.products");
  return (
    <search>
      <form action={address} className="mb-4 flex flex-wrap items-end gap-3">
        <Field
          name="q"
          type="search"
          label={t("search")}
          placeholder={t("searchHint")}
          defaultValue={search}
          maxLength={100}
          className="w-72 max-w-full"
        />
        <Select name="show" label={t("filter")} defaultValue={filter} className="w-48">
          {productFilters.map((name) => (
            <option key={name} value={name}>
              {t(`filters.${name}`)}
            </option>
          ))}
        </Select>
        <Button variant="secondary" size="large">
          {t("submit")}
        </Button>
        {search || filter !== "all" ? (
          <Link className="link py-3" href={address}>
            {t("reset")}
          </Link>
        ) : null}
      </form>
    </search>
  );
}

function one(value: string | string[] | undefined): string {
  return typeof value === "string" ? value : "";
}
