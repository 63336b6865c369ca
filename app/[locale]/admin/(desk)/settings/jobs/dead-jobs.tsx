import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/admin/action-form";
import { Moment } from "@/components/admin/moment";
import type { Locale } from "@/lib/i18n/config";
import type { DeadLetter } from "@/lib/jobs/dead-letters";
import { retryJobAction } from "./actions";
import { queueName } from "./queue-table";

/** Jobs that failed as often as they may, each with its reason and another try. */
export async function DeadJobs({ letters, locale }: { letters: DeadLetter[]; locale: Locale }) {
  const t = await getTranslations("settings");
  if (letters.length === 0) return <p className="text-moss">{t("jobs.deadNone")}</p>;
  return (
    <ul className="divide-y divide-line">
      {letters.map(({ id, queue, data, why, at }) => (
        <li key={id} className="flex flex-wrap items-start justify-between gap-3 py-3">
          <div className="min-w-0">
            <p className="font-medium">
              {queueName(queue, locale)} · <Moment at={at} locale={locale} />
            </p>
            <p className="text-oxblood wrap-anywhere">{why}</p>
            <p className="font-mono text-xs text-quiet wrap-anywhere">{JSON.stringify(data)}</p>
          </div>
          <ActionForm
            action={retryJobAction}
            hidden={{ locale, jobId: id }}
            variant="secondary"
            size="small"
            labels={{
              submit: t("jobs.retry"),
              sending: t("jobs.queueing"),
              supportId: t("connection.supportId"),
            }}
          />
        </li>
      ))}
    </ul>
  );
}
