import { join } from "@/components/ui/join";
import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import type { Step } from "@/lib/orders/timeline";

type Props = { steps: readonly Step[]; locale: Locale };

/** Where an order stands, step by step: what has happened with its day, and what is still ahead. */
export function OrderTimeline({ steps, locale }: Props) {
  const t = translator(locale, "order");
  const day = new Intl.DateTimeFormat(locale === "de" ? "de-DE" : "en-GB", {
    day: "numeric",
    month: "long",
    timeZone: "Europe/Berlin",
  });
  const next = steps.findIndex(({ done }) => !done);
  return (
    <section aria-label={t("steps.heading")}>
      <ol className="flex flex-col gap-x-2 max-sm:ml-2 sm:flex-row">
        {steps.map(({ kind, at, done }, index) => (
          <li
            key={kind}
            aria-current={index === next ? "step" : undefined}
            className={join(
              "relative flex-1 pb-4 pl-6 sm:border-t-2 sm:pt-4 sm:pl-0",
              "max-sm:border-l-2 max-sm:last:border-transparent",
              done ? "border-moss" : "border-line",
            )}
          >
            <span
              aria-hidden="true"
              className={join(
                "absolute top-1.5 -left-[9px] size-4 rounded-full border-2 forced-color-adjust-none [print-color-adjust:exact] sm:-top-[9px] sm:left-0",
                done
                  ? "border-moss bg-moss"
                  : index === next
                    ? "border-ink bg-paper"
                    : "border-line bg-paper",
              )}
            />
            <span className={join("block leading-6", done || index === next ? "font-medium" : "text-quiet")}>
              {t(`steps.${kind}.${done ? "done" : "ahead"}`)}
            </span>
            {done && at ? (
              <time dateTime={at.toISOString()} className="block text-sm text-quiet tabular-nums">
                {day.format(at)}
              </time>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
