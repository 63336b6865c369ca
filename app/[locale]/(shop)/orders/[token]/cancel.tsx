import { CancelForm } from "@/components/order/cancel-form";
import type { Order } from "@/lib/db/schema";
import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { buyerMayCancel } from "@/lib/orders/cancel-rule";
import { cancelAction } from "./cancel-action";

/** The way to call the order off, as long as it has not left the house. */
export function Cancel({ order, locale }: { order: Order; locale: Locale }) {
  if (!buyerMayCancel(order)) return null;
  const t = translator(locale, "order");
  return (
    <CancelForm
      action={cancelAction}
      token={order.token}
      locale={locale}
      texts={{
        heading: t("cancel.heading"),
        text: t("cancel.text"),
        submit: t("cancel.submit"),
        sending: t("cancel.sending"),
        failedTitle: t("cancel.failedTitle"),
        reasons: {
          order_closed: t("cancel.reasons.order_closed"),
          already_shipped: t("cancel.reasons.already_shipped"),
          being_looked_at: t("cancel.reasons.being_looked_at"),
          secuconnect_failed: t("cancel.reasons.secuconnect_failed"),
          fields: t("cancel.reasons.fields"),
        },
      }}
    />
  );
}
