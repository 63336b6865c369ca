import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/link-button";
import { requireAdmin } from "@/lib/auth/current-admin";
import { isLocale } from "@/lib/i18n/config";
import { listLinks } from "@/lib/links/list";
import { getContext } from "@/lib/runtime";
import { LinkTable } from "./link-table";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("links");
  return { title: t("title") };
}

export default async function LinksPage({ params, searchParams }: PageProps<"/[locale]/admin/links">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  await requireAdmin(locale, "/admin/links");
  const asked = (await searchParams).after;
  const after = typeof asked === "string" ? asked : null;
  const ctx = await getContext();
  const { links, next } = await listLinks(ctx.db, { now: ctx.now(), locale, after });
  const t = await getTranslations("links");
  const address = `/${locale}/admin/links`;
  return (
    <>
      <div className="mb-4 flex flex-wrap items-end justify-between gap-4">
        <div className="max-w-prose">
          <h1 className="text-xl font-semibold">{t("title")}</h1>
          <p className="text-quiet">{t("intro")}</p>
        </div>
        <LinkButton href={`${address}/new`}>{t("new")}</LinkButton>
      </div>
      {links.length > 0 ? (
        <LinkTable links={links} locale={locale} />
      ) : (
        <p className="rounded border border-line bg-sheet p-6 text-quiet">{t("none")}</p>
      )}
      <nav aria-label={t("title")} className="mt-4 flex gap-6">
        {after ? (
          <Link className="link py-2" href={address}>
            {t("newest")}
          </Link>
        ) : null}
        {next ? (
          <Link className="link py-2" href={`${address}?after=${next}`} rel="next">
            {t("older")}
          </Link>
        ) : null}
      </nav>
    </>
  );
}
