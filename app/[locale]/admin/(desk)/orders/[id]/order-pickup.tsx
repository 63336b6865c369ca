import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/admin/action-form";
import { Facts } from "@/components/admin/facts";
import { formatMoment } from "@/components/admin/moment";
import { Panel } from "@/components/admin/panel";
import type { Order } from "@/lib/db/schema";
import type { Locale } from "@/lib/i18n/config";
import { mayShip } from "@/lib/orders/ship-rule";
import { handOverAction } from "./actions";

/** The code the buyer names, and the button that says they have their goods. It stays, so that its answer can be read. */
export async function OrderPickup({ order, locale }: { order: Order; locale: Locale }) {
  const t = await getTranslations("admin");
  const { shippedAt } = order;
  const open = mayShip(order);
  return (
    <Panel title={t("pickup.title")} id="pickup">
      <Facts
        facts={[
          { label: t("pickup.code"), value: order.pickupCode ?? t("pickup.noCode"), mono: true },
          { label: t("pickup.store"), value: order.pickupStore, mono: true },
          { label: t("pickup.at"), value: shippedAt && formatMoment(shippedAt, locale) },
        ]}
      />
      {open ? <p className="my-4 text-quiet">{t("pickup.intro")}</p> : null}
      <ActionForm
        action={handOverAction}
        open={open}
        hidden={{ locale, orderId: order.id }}
        labels={{
          confirm: t("pickup.confirm"),
          submit: t("pickup.submit"),
          sending: t("pickup.sending"),
          supportId: t("errors.supportId"),
        }}
      />
    </Panel>
  );
}
