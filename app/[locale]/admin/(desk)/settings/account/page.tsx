import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Panel } from "@/components/admin/panel";
import { Button } from "@/components/ui/button";
import { findAdminById } from "@/lib/auth/admins";
import { requireAdmin } from "@/lib/auth/current-admin";
import { isLocale } from "@/lib/i18n/config";
import { getContext } from "@/lib/runtime";
import { signOutEverywhereAction } from "../../../session-actions";
import { changePasswordAction } from "./actions";
import { FactorPanel } from "./factor-panel";
import { SecretForm } from "./secret-form-client";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.account");
  return { title: t("title") };
}

/** What everybody sets for themselves: password, second factor, sessions. */
export default async function AccountPage({
  params,
  searchParams,
}: PageProps<"/[locale]/admin/settings/account">) {
  const [{ locale }, query] = await Promise.all([params, searchParams]);
  if (!isLocale(locale)) notFound();
  const admin = await requireAdmin(locale, "/admin/settings/account");
  const row = await findAdminById((await getContext()).db, admin.id);
  if (!row) notFound();
  const t = await getTranslations("settings");
  const role = t(`users.${admin.role}`);
  return (
    <div className="grid max-w-3xl gap-4">
      <div>
        <h1 className="text-xl font-semibold">{t("account.title")}</h1>
        <p className="mt-1 text-quiet wrap-anywhere">{t("account.signedIn", { email: admin.email, role })}</p>
        {query.only === "owner" && admin.role !== "owner" ? (
          <p role="status" className="mt-2 text-oxblood">
            {t("onlyOwner")}
          </p>
        ) : null}
      </div>
      <FactorPanel admin={row} locale={locale} />
      <Panel title={t("password.title")} id="password">
        <p className="mb-4 text-quiet">{t("password.ends")}</p>
        <SecretForm
          action={changePasswordAction}
          locale={locale}
          fields={[
            { name: "currentPassword", kind: "current-password", label: t("password.current") },
            { name: "password", kind: "new-password", label: t("password.new"), hint: t("password.hint") },
            { name: "repeatPassword", kind: "new-password", label: t("password.repeat") },
          ]}
          labels={{
            submit: t("password.submit"),
            sending: t("sending"),
            supportId: t("connection.supportId"),
          }}
        />
      </Panel>
      <Panel title={t("sessions.title")} id="sessions">
        <p className="mb-4 text-quiet">{t("sessions.text")}</p>
        <form action={signOutEverywhereAction}>
          <input type="hidden" name="locale" value={locale} />
          <Button variant="secondary">{t("sessions.everywhere")}</Button>
        </form>
      </Panel>
    </div>
  );
}
