import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Moment } from "@/components/admin/moment";
import { join } from "@/components/ui/join";
import { requireOwner } from "@/lib/auth/current-admin";
import { isLocale } from "@/lib/i18n/config";
import { getContext } from "@/lib/runtime";
import { listTexts } from "@/lib/settings/texts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.texts");
  return { title: t("title") };
}

const cell = "px-3 py-2 align-top";

/** The pages the law asks for, and how the merchant stands to their sample texts. */
export default async function TextsPage({ params }: PageProps<"/[locale]/admin/settings/texts">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  await requireOwner(locale, "/admin/settings/texts");
  const texts = await listTexts((await getContext()).db);
  const t = await getTranslations("settings.texts");
  return (
    <>
      <h1 className="text-xl font-semibold">{t("title")}</h1>
      <p className="mt-2 mb-4 max-w-3xl text-quiet">{t("intro")}</p>
      <table className="w-full border border-line bg-sheet text-left">
        <thead className="text-xs text-quiet">
          <tr>
            <th scope="col" className={cell}>
              {t("page")}
            </th>
            <th scope="col" className={cell}>
              {t("state")}
            </th>
            <th scope="col" className={join(cell, "hidden sm:table-cell")}>
              {t("changed")}
            </th>
          </tr>
        </thead>
        <tbody>
          {texts.map(({ page, status, updatedAt, updatedBy }) => (
            <tr key={page.id} className="border-t border-line">
              <th scope="row" className={join(cell, "font-medium")}>
                <Link className="link" href={`/${locale}/admin/settings/texts/${page.id}`} prefetch={false}>
                  {page.title[locale]}
                </Link>
              </th>
              <td className={join(cell, status === "sample" && "font-medium text-brass")}>{t(status)}</td>
              <td className={join(cell, "hidden text-quiet sm:table-cell")}>
                {updatedAt ? (
                  <>
                    <Moment at={updatedAt} locale={locale} /> {t("by", { who: updatedBy ?? "" })}
                  </>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
