import type { Order, PaymentAttempt } from "@/lib/db/schema";
import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { formatCents } from "@/lib/money";
import { overpaid, owedFor } from "@/lib/orders/sums";

type Props = {
  order: Order;
  attempt: Pick<PaymentAttempt, "state" | "partReceivedAt">;
  locale: Locale;
};

/** Tells the buyer of money that is not what the order costs, and what to do. */
export function MoneyNote({ order, attempt, locale }: Props) {
  const t = translator(locale, "customer");
  const over = overpaid(order);
  if (over > 0) return <p className="pl-8 text-sm">{t("money.over", { over: formatCents(over, locale) })}</p>;
  if (!attempt.partReceivedAt) return null;
  const total = formatCents(owedFor(order), locale);
  if (attempt.state === "accepted")
    return <p className="pl-8 text-sm">{t("money.partInvoice", { total })}</p>;
  if (attempt.state !== "pending") return null;
  return (
    <p className="pl-8 text-sm">
      <strong className="font-medium">{t("money.part")}</strong> {t("money.partNext", { total })}
    </p>
  );
}
