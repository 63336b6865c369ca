import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { ActionForm } from "@/components/admin/action-form";
import { Panel } from "@/components/admin/panel";
import { requireOwner } from "@/lib/auth/current-admin";
import { env } from "@/lib/env";
import { isLocale } from "@/lib/i18n/config";
import { getContext } from "@/lib/runtime";
import { checklist } from "@/lib/settings/checklist";
import { readShopFacts } from "@/lib/settings/read-facts";
import { testMailAction } from "./actions";
import { Checklist } from "./checklist";
import { ConnectionFacts } from "./connection-facts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("title") };
}

/** Whether the shop is ready: the checklist before going live, the connection to secuconnect, and a test mail. */
export default async function SettingsPage({ params }: PageProps<"/[locale]/admin/settings">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const admin = await requireOwner(locale, "/admin/settings");
  const facts = await readShopFacts(await getContext(), env());
  const t = await getTranslations("settings");
  return (
    <div className="grid gap-4 lg:grid-cols-2 lg:items-start">
      <h1 className="text-xl font-semibold lg:col-span-2">{t("title")}</h1>
      <Panel title={t("checks.title")} id="checks">
        <Checklist checks={checklist(facts)} />
      </Panel>
      <div className="grid gap-4">
        <Panel title={t("connection.title")} id="connection">
          <Suspense fallback={<p className="text-quiet">{t("connection.testing")}</p>}>
            <ConnectionFacts locale={locale} lastPushAt={facts.lastPushAt} />
          </Suspense>
        </Panel>
        <Panel title={t("testMail.title")} id="test-mail">
          {facts.smtpUrl ? (
            <>
              <p className="mb-3 text-quiet wrap-anywhere">{t("testMail.intro", { email: admin.email })}</p>
              <ActionForm
                action={testMailAction}
                hidden={{ locale }}
                variant="secondary"
                labels={{
                  submit: t("testMail.submit"),
                  sending: t("testMail.sending"),
                  supportId: t("connection.supportId"),
                }}
              />
            </>
          ) : (
            <p className="text-quiet">{t("testMail.noServer")}</p>
          )}
        </Panel>
      </div>
    </div>
  );
}
