import { getTranslations } from "next-intl/server";
import { Moment } from "@/components/admin/moment";
import { Panel } from "@/components/admin/panel";
import { join } from "@/components/ui/join";
import type { PaymentEvent } from "@/lib/db/schema";
import type { Locale } from "@/lib/i18n/config";
import { eventLimit, type OrderDetail } from "@/lib/orders/admin-detail";
import { TimelineMail } from "./timeline-mail";

type Props = { detail: Pick<OrderDetail, "order" | "events" | "mails">; locale: Locale };

/** Everything that was asked, told, decided and written about the order, the newest first. */
export async function OrderTimeline({ detail: { order, events, mails }, locale }: Props) {
  const t = await getTranslations("admin.timeline");
  const entries = [
    ...events.map((event) => ({ at: event.at, id: event.id, event, mail: null })),
    ...mails.map((mail) => ({ at: mail.createdAt, id: mail.id, event: null, mail })),
  ].sort((a, b) => b.at.getTime() - a.at.getTime());
  return (
    <Panel title={t("title")} id="timeline">
      {entries.length === 0 ? <p className="text-quiet">{t("none")}</p> : null}
      <ol className="[&>li]:border-t [&>li]:py-2">
        {entries.map(({ id, event, mail }) => (
          <li key={id}>
            {event ? <Entry event={event} locale={locale} /> : null}
            {mail ? <TimelineMail mail={mail} orderId={order.id} locale={locale} /> : null}
          </li>
        ))}
      </ol>
      {events.length === eventLimit ? (
        <p className="text-quiet">{t("shortened", { count: eventLimit })}</p>
      ) : null}
    </Panel>
  );
}

async function Entry({ event, locale }: { event: PaymentEvent; locale: Locale }) {
  const t = await getTranslations("admin");
  return (
    <>
      <div className="flex flex-wrap gap-x-3 text-xs text-quiet">
        <Moment at={event.at} locale={locale} seconds />
        <span>{[...new Set([t(`source.${event.source}`), t(`kind.${event.kind}`)])].join(" · ")}</span>
        {event.supportId ? (
          <span className="break-all">
            {t("timeline.supportId")} <code className="font-mono">{event.supportId}</code>
          </span>
        ) : null}
      </div>
      <p
        className={join(
          "wrap-anywhere",
          event.kind === "call" && "font-mono text-xs leading-6",
          event.kind === "state" && "font-medium",
          event.kind === "ignored" && "text-oxblood",
        )}
      >
        {event.summary}
      </p>
      {event.raw ? (
        <details>
          <summary className="text-xs text-ink">{t("timeline.raw")}</summary>
          <pre className="mt-1 rounded bg-paper p-3 font-mono text-xs whitespace-pre-wrap wrap-anywhere">
            {JSON.stringify(event.raw, null, 2)}
          </pre>
        </details>
      ) : null}
    </>
  );
}
