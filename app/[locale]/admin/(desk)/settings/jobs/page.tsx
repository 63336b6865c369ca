import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { formatMoment } from "@/components/admin/moment";
import { Panel } from "@/components/admin/panel";
import { requireOwner } from "@/lib/auth/current-admin";
import { isLocale } from "@/lib/i18n/config";
import { listDeadLetters, readQueues } from "@/lib/jobs/dead-letters";
import { listDeadMails, mailHealth } from "@/lib/mail/list";
import { getContext } from "@/lib/runtime";
import { DeadJobs } from "./dead-jobs";
import { DeadMails } from "./dead-mails";
import { QueueTable } from "./queue-table";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.jobs");
  return { title: t("title") };
}

/** The background work: what waits, and what was given up and waits for a person. */
export default async function JobsPage({ params }: PageProps<"/[locale]/admin/settings/jobs">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  await requireOwner(locale, "/admin/settings/jobs");
  const { db } = await getContext();
  const [queues, letters, mails, health] = await Promise.all([
    readQueues(db),
    listDeadLetters(db),
    listDeadMails(db),
    mailHealth(db),
  ]);
  const t = await getTranslations("settings.jobs");
  return (
    <div className="grid gap-4">
      <h1 className="text-xl font-semibold">{t("title")}</h1>
      <Panel title={t("queues")} id="queues">
        <QueueTable queues={queues} locale={locale} />
      </Panel>
      <Panel title={t("dead")} id="dead-jobs">
        <DeadJobs letters={letters} locale={locale} />
      </Panel>
      <Panel title={t("mails")} id="mails">
        <p>
          {t("mailsWaiting", { count: health.waiting })}{" "}
          {health.oldestWaiting
            ? t("mailsOldest", { date: formatMoment(health.oldestWaiting, locale) })
            : null}
        </p>
        <h3 className="mt-4 mb-2 font-semibold">{t("deadMails")}</h3>
        <DeadMails mails={mails} locale={locale} />
      </Panel>
    </div>
  );
}
