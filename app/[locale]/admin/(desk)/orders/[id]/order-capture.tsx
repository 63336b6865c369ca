import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/admin/action-form";
import { Panel } from "@/components/admin/panel";
import type { Order, PaymentAttempt } from "@/lib/db/schema";
import type { Locale } from "@/lib/i18n/config";
import { captureDays } from "@/lib/payments/policy";
import { captureAction } from "./capture-action";

type Props = {
  order: Pick<Order, "id" | "state">;
  attempts: readonly Pick<PaymentAttempt, "state">[];
  locale: Locale;
};

/** The button that takes the money of an authorised payment, and how long there is to press it. */
export async function OrderCapture({ order, attempts, locale }: Props) {
  const t = await getTranslations("admin");
  const authorised = attempts.some(({ state }) => state === "approved");
  if (!authorised || order.state !== "open") return null;
  return (
    <Panel title={t("capture.title")} id="capture">
      <p className="mb-4 text-quiet">{t("capture.intro", { days: captureDays })}</p>
      <ActionForm
        action={captureAction}
        hidden={{ locale, orderId: order.id }}
        labels={{
          submit: t("capture.submit"),
          sending: t("capture.sending"),
          supportId: t("errors.supportId"),
        }}
      />
    </Panel>
  );
}
