import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { auditAreas, listAudit } from "@/lib/auth/audit-list";
import { requireOwner } from "@/lib/auth/current-admin";
import { isLocale } from "@/lib/i18n/config";
import { getContext } from "@/lib/runtime";
import { AuditTable } from "./audit-table";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.audit");
  return { title: t("title") };
}

const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : "");

/** Who did what in the admin, newest first. */
export default async function AuditPage({
  params,
  searchParams,
}: PageProps<"/[locale]/admin/settings/audit">) {
  const [{ locale }, query] = await Promise.all([params, searchParams]);
  if (!isLocale(locale)) notFound();
  await requireOwner(locale, "/admin/settings/audit");
  const area = auditAreas.find((name) => name === one(query.area)) ?? null;
  const email = one(query.email).slice(0, 254);
  const after = one(query.after) || null;
  const { entries, next } = await listAudit((await getContext()).db, { area, email, after });
  const t = await getTranslations("settings.audit");
  const page = `/${locale}/admin/settings/audit`;
  const address = (cursor: string | null) => {
    const parts = new URLSearchParams({
      ...(area ? { area } : {}),
      ...(email ? { email } : {}),
      ...(cursor ? { after: cursor } : {}),
    });
    return parts.size > 0 ? `${page}?${parts}` : page;
  };
  return (
    <>
      <div className="mb-4 flex flex-wrap items-end justify-between gap-4">
        <h1 className="text-xl font-semibold">{t("title")}</h1>
        <search>
          <form action={page} className="flex flex-wrap items-end gap-3">
            <Select name="area" label={t("area")} defaultValue={area ?? ""} className="w-48">
              <option value="">{t("all")}</option>
              {auditAreas.map((name) => (
                <option key={name} value={name}>
                  {t(`areas.${name}`)}
                </option>
              ))}
            </Select>
            <Field name="email" label={t("email")} defaultValue={email} maxLength={254} className="w-64" />
            <Button variant="secondary" size="large">
              {t("submit")}
            </Button>
          </form>
        </search>
      </div>
      {entries.length > 0 ? (
        <AuditTable entries={entries} locale={locale} />
      ) : (
        <p className="rounded border border-line bg-sheet p-6 text-quiet">{t("none")}</p>
      )}
      <p className="mt-4 flex gap-6">
        {after ? (
          <Link className="link py-2" href={address(null)} prefetch={false}>
            {t("newest")}
          </Link>
        ) : null}
        {next ? (
          <Link className="link py-2" href={address(next)} rel="next" prefetch={false}>
            {t("older")}
          </Link>
        ) : null}
      </p>
    </>
  );
}
