import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/admin/action-form";
import { Panel } from "@/components/admin/panel";
import type { Order, PaymentAttempt } from "@/lib/db/schema";
import type { Locale } from "@/lib/i18n/config";
import { capturesLater } from "@/lib/payments/methods";
import { captureDays } from "@/lib/payments/policy";
import { getContext } from "@/lib/runtime";
import { captureAction } from "./capture-action";

type Props = {
  order: Pick<Order, "id" | "state">;
  /** Newest first. */
  attempts: readonly Pick<PaymentAttempt, "state" | "method">[];
  locale: Locale;
};

/**
 * The button that takes the money of an authorised payment, and how long there is to press it. Afterwards the panel stays,
 * and with it the answer to the press.
 */
export async function OrderCapture({ order, attempts, locale }: Props) {
  const { settings } = await getContext();
  const t = await getTranslations("admin");
  const open = order.state === "open" && attempts.some(({ state }) => state === "approved");
  const [newest] = attempts;
  const taken = newest?.state === "accepted" || newest?.state === "pending";
  if (!open && !(newest && taken && capturesLater(settings, newest.method))) return null;
  return (
    <Panel title={t("capture.title")} id="capture">
      <p className={open ? "mb-4 text-quiet" : "text-quiet"}>
        {open ? t("capture.intro", { days: captureDays }) : t("capture.over")}
      </p>
      <ActionForm
        action={captureAction}
        hidden={{ locale, orderId: order.id }}
        open={open}
        labels={{
          confirm: t("capture.confirm"),
          submit: t("capture.submit"),
          sending: t("capture.sending"),
          supportId: t("errors.supportId"),
        }}
      />
    </Panel>
  );
}
