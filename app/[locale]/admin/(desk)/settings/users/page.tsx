import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Panel } from "@/components/admin/panel";
import { SpecForm } from "@/components/admin/spec-form-client";
import { requireOwner } from "@/lib/auth/current-admin";
import { listUsers } from "@/lib/auth/users";
import { isLocale } from "@/lib/i18n/config";
import { getContext } from "@/lib/runtime";
import { inviteAction } from "./actions";
import { UserCard } from "./user-card";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.users");
  return { title: t("title") };
}

/** Who may sign in to the admin, and as what. */
export default async function UsersPage({ params }: PageProps<"/[locale]/admin/settings/users">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const admin = await requireOwner(locale, "/admin/settings/users");
  const users = await listUsers((await getContext()).db);
  const t = await getTranslations("settings");
  return (
    <div className="grid gap-6 lg:grid-cols-[3fr_2fr] lg:items-start">
      <section aria-labelledby="users" className="min-w-0">
        <h1 id="users" className="mb-4 text-xl font-semibold">
          {t("users.title")}
        </h1>
        <ul className="divide-y divide-line rounded border border-line bg-sheet">
          {users.map((user) => (
            <UserCard key={user.id} user={user} isSelf={user.id === admin.id} locale={locale} />
          ))}
        </ul>
      </section>
      <Panel title={t("users.invite")} id="invite">
        <p className="mb-4 text-quiet">{t("users.inviteIntro")}</p>
        <SpecForm
          action={inviteAction}
          hidden={{ locale }}
          groups={[
            {
              fields: [
                { kind: "email", name: "email", label: t("users.email"), maxLength: 254 },
                {
                  kind: "select",
                  name: "role",
                  label: t("users.role"),
                  hint: t("users.roleHint"),
                  value: "staff",
                  options: [
                    { value: "staff", label: t("users.staff") },
                    { value: "owner", label: t("users.owner") },
                  ],
                },
              ],
            },
          ]}
          labels={{
            submit: t("users.inviteSubmit"),
            sending: t("sending"),
            supportId: t("connection.supportId"),
          }}
        />
      </Panel>
    </div>
  );
}
