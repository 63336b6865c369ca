import { getTranslations } from "next-intl/server";
import { StatusLine } from "@/components/ui/status-line";
import type { Check } from "@/lib/settings/checklist";

/** What is done and what is left before the shop goes live, each with what to do. */
export async function Checklist({ checks }: { checks: Check[] }) {
  const t = await getTranslations("settings.checks");
  const open = checks.filter(({ ok }) => !ok).length;
  return (
    <>
      <p className="mb-4">{open === 0 ? t("allDone") : t("open", { count: open })}</p>
      <ul className="flex flex-col gap-4">
        {checks.map(({ id, ok, values }) => (
          <li key={id}>
            <StatusLine
              tone={ok ? "good" : "bad"}
              detail={<p className="wrap-anywhere">{ok ? t(`${id}.ok`, values) : t(`${id}.todo`, values)}</p>}
            >
              {t(`${id}.name`)}: {ok ? t("done") : t("todo")}
            </StatusLine>
          </li>
        ))}
      </ul>
    </>
  );
}
