import { getTranslations } from "next-intl/server";
import { Moment } from "@/components/admin/moment";
import { join } from "@/components/ui/join";
import type { Locale } from "@/lib/i18n/config";
import { messagesOf } from "@/lib/i18n/messages";
import type { QueueState } from "@/lib/jobs/dead-letters";

const cell = "px-2 py-1";
const number = join(cell, "text-right tabular-nums");

/** A job's kind for people. */
export function queueName(queue: string, locale: Locale): string {
  const names: Record<string, string> = messagesOf(locale).settings.jobs.name;
  return names[queue] ?? queue;
}

/** How many jobs of each kind wait, are to be repeated, and are under way. */
export async function QueueTable({ queues, locale }: { queues: QueueState[]; locale: Locale }) {
  const t = await getTranslations("settings.jobs");
  return (
    <table className="w-full text-left">
      <thead className="text-xs text-quiet">
        <tr>
          <th scope="col" className={cell}>
            {t("queue")}
          </th>
          <th scope="col" className={number}>
            {t("waiting")}
          </th>
          <th scope="col" className={number}>
            {t("retrying")}
          </th>
          <th scope="col" className={number}>
            {t("active")}
          </th>
          <th scope="col" className={join(cell, "hidden sm:table-cell")}>
            {t("oldest")}
          </th>
        </tr>
      </thead>
      <tbody>
        {queues.map(({ queue, waiting, retrying, active, oldest }) => (
          <tr key={queue} className="border-t border-line">
            <th scope="row" className={join(cell, "font-normal")}>
              {queueName(queue, locale)}
            </th>
            <td className={number}>{waiting}</td>
            <td className={number}>{retrying}</td>
            <td className={number}>{active}</td>
            <td className={join(cell, "hidden sm:table-cell")}>
              {oldest ? <Moment at={oldest} locale={locale} seconds /> : "–"}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
