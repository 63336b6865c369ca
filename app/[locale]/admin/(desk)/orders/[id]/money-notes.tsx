import { getTranslations } from "next-intl/server";
import { formatMoment } from "@/components/admin/moment";
import { StatusLine } from "@/components/ui/status-line";
import type { Order, PaymentAttempt } from "@/lib/db/schema";
import type { Locale } from "@/lib/i18n/config";
import { formatCents } from "@/lib/money";
import { overpaid } from "@/lib/orders/sums";

type Props = {
  order: Order;
  attempts: readonly Pick<PaymentAttempt, "id" | "partReceivedAt">[];
  locale: Locale;
};

/** Money that is not what the order costs: a part of it, or more. And what to do then. */
export async function MoneyNotes({ order, attempts, locale }: Props) {
  const part = attempts.find(({ partReceivedAt }) => partReceivedAt !== null)?.partReceivedAt;
  const over = overpaid(order);
  if (!part && over === 0) return null;
  const t = await getTranslations("admin.order");
  const ended = order.state === "cancelled" || order.state === "expired";
  return (
    <div className="mb-4 flex flex-col gap-3 rounded border border-edge bg-sheet px-4 py-3">
      {part ? (
        <StatusLine tone={ended ? "bad" : "waiting"} detail={t(ended ? "partClosed" : "partNext")}>
          {t("partTitle", { date: formatMoment(part, locale) })}
        </StatusLine>
      ) : null}
      {over > 0 ? (
        <StatusLine tone="bad" detail={t("overNext")}>
          {t("over", { over: formatCents(over, locale) })}
        </StatusLine>
      ) : null}
    </div>
  );
}
