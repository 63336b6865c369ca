import { getTranslations } from "next-intl/server";
import { formatMoment } from "@/components/admin/moment";
import { Panel } from "@/components/admin/panel";
import { StatusLine } from "@/components/ui/status-line";
import type { Order } from "@/lib/db/schema";
import type { Locale } from "@/lib/i18n/config";
import { cents, formatCents } from "@/lib/money";
import { isBlocked } from "@/lib/orders/ship-rule";
import { isPaid, owedFor } from "@/lib/orders/sums";

/** "May ship" and "money received" are two facts: an invoice ships before its money, advance payment after. */
export async function TwoFacts({ order, locale }: { order: Order; locale: Locale }) {
  const t = await getTranslations("admin.order");
  return (
    <Panel title={t("facts")} id="facts">
      <div className="grid gap-4 sm:grid-cols-2">
        <div>
          <p className="text-quiet">{t(order.delivery === "collection" ? "mayHandOver" : "mayShip")}</p>
          {await mayShip(order, locale)}
        </div>
        <div>
          <p className="text-quiet">{t("received")}</p>
          {await received(order, locale)}
        </div>
      </div>
    </Panel>
  );
}

async function mayShip(order: Order, locale: Locale) {
  const t = await getTranslations("admin.order");
  if (order.state === "shipped") {
    const date = order.shippedAt ? formatMoment(order.shippedAt, locale) : "";
    return (
      <StatusLine tone="good">
        {t(order.delivery === "collection" ? "handedOver" : "mayShipDone", { date })}
      </StatusLine>
    );
  }
  if (order.state === "cancelled") return <StatusLine tone="neutral">{t("mayShipCancelled")}</StatusLine>;
  if (order.state === "expired") return <StatusLine tone="neutral">{t("mayShipExpired")}</StatusLine>;
  if (order.cancelRequestedAt && order.state === "confirmed")
    return <StatusLine tone="neutral">{t("mayShipCancelling")}</StatusLine>;
  if (isBlocked(order)) return <StatusLine tone="bad">{t("mayShipFlagged")}</StatusLine>;
  return order.state === "confirmed" ? (
    <StatusLine tone="good">{t("mayShipYes")}</StatusLine>
  ) : (
    <StatusLine tone="neutral">{t("mayShipNo")}</StatusLine>
  );
}

async function received(order: Order, locale: Locale) {
  const t = await getTranslations("admin.order");
  const money = (amount: number) => formatCents(cents(amount), locale);
  const detail = [
    order.refunded > 0 ? t("refundedSum", { refunded: money(order.refunded) }) : null,
    order.reduced > 0 ? t("reducedSum", { reduced: money(order.reduced) }) : null,
  ]
    .filter((text) => text !== null)
    .join(" · ");
  const owed = owedFor(order);
  const over = order.state === "cancelled" || order.state === "expired";
  if (order.received === 0 && (over || owed === 0))
    return (
      <StatusLine tone="neutral" detail={detail}>
        {t("receivedNothing")}
      </StatusLine>
    );
  if (isPaid(order))
    return (
      <StatusLine tone="good" detail={detail}>
        {t("receivedFull", { received: money(order.received) })}
      </StatusLine>
    );
  return order.received > 0 ? (
    <StatusLine tone="waiting" detail={detail}>
      {t("receivedPart", { received: money(order.received), total: money(owed) })}
    </StatusLine>
  ) : (
    <StatusLine tone="neutral" detail={detail}>
      {t("receivedNone", { open: money(owed) })}
    </StatusLine>
  );
}
