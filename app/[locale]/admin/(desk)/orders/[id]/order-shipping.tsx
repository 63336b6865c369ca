import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/admin/action-form";
import { Facts } from "@/components/admin/facts";
import { Panel } from "@/components/admin/panel";
import type { Order } from "@/lib/db/schema";
import type { Locale } from "@/lib/i18n/config";
import { mayShip } from "@/lib/orders/ship-rule";
import { shipAction } from "./actions";

/** The shipment, or the form that makes one. The form stays in place when it closes, so that its answer can be read. */
export async function OrderShipping({ order, locale }: { order: Order; locale: Locale }) {
  const t = await getTranslations("admin");
  const open = mayShip(order);
  if (!open && order.state !== "shipped") return null;
  const { shipment } = order;
  return (
    <Panel title={open ? t("ship.title") : t("order.shipment")} id="shipment">
      {shipment ? (
        <Facts
          facts={[
            { label: t("order.carrier"), value: shipment.carrier },
            { label: t("order.trackingId"), value: shipment.trackingId },
            { label: t("order.invoiceNumber"), value: shipment.invoiceNumber },
          ]}
        />
      ) : (
        <p className="mb-4 text-quiet">{t("ship.intro")}</p>
      )}
      <ActionForm
        action={shipAction}
        open={open}
        hidden={{ locale, orderId: order.id }}
        fields={[
          { name: "carrier", label: t("ship.carrier") },
          { name: "trackingId", label: t("ship.trackingId") },
        ]}
        labels={{
          confirm: t("ship.confirm"),
          submit: t("ship.submit"),
          sending: t("ship.sending"),
          supportId: t("errors.supportId"),
        }}
      />
    </Panel>
  );
}
