import { getTranslations } from "next-intl/server";
import { Panel } from "@/components/admin/panel";
import type { AdminRole } from "@/lib/auth/admins";
import { mayAct } from "@/lib/auth/roles";
import type { Order } from "@/lib/db/schema";
import type { Locale } from "@/lib/i18n/config";
import { mayCancel } from "@/lib/orders/cancel-rule";
import { CancelForm } from "./cancel-form-client";
import { cancelAction } from "./refund-actions";

type Props = { order: Order; role: AdminRole; locale: Locale };

/** Calling the order off, as long as it has not left the house. */
export async function OrderCancel({ order, role, locale }: Props) {
  if (order.state === "shipped" || order.state === "expired") return null;
  const t = await getTranslations("admin");
  const open = mayCancel(order);
  if (!open && order.cancelRequestedAt === null) return null;
  const allowed = mayAct(role, "owner");
  return (
    <Panel title={t("cancel.title")} id="cancel">
      {open ? <p className="mb-4 text-quiet">{t(allowed ? "cancel.intro" : "cancel.onlyOwner")}</p> : null}
      {!open && order.state !== "cancelled" ? <p className="mb-4 text-quiet">{t("cancel.waiting")}</p> : null}
      {!open && order.state === "cancelled" ? <p className="text-quiet">{t("situation.cancelled")}</p> : null}
      {allowed ? (
        <CancelForm
          action={cancelAction}
          hidden={{ locale, orderId: order.id }}
          open={open}
          texts={{
            confirm: t("cancel.confirm"),
            submit: t("cancel.submit"),
            sending: t("cancel.sending"),
            supportId: t("errors.supportId"),
          }}
        />
      ) : null}
    </Panel>
  );
}
