import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/admin/action-form";
import { formatMoment } from "@/components/admin/moment";
import { Panel } from "@/components/admin/panel";
import type { ShippingNote } from "@/lib/db/schema";
import type { Locale } from "@/lib/i18n/config";
import type { OrderDetail } from "@/lib/orders/admin-detail";
import { leftToShip } from "@/lib/orders/part-shipment";
import { mayShip } from "@/lib/orders/ship-rule";
import { partAction } from "./desk-actions";
import { partField } from "./part-schema";

type Props = { detail: OrderDetail; locale: Locale };

/** The parcels that went before the last one, and the form for one more, while more than one piece is left. */
export async function OrderParts({ detail, locale }: Props) {
  const { order, lines, parts } = detail;
  const left = leftToShip(lines, parts);
  const pieces = [...left.values()].reduce((all, quantity) => all + quantity, 0);
  const open = mayShip(order) && order.delivery === "shipping" && pieces > 1;
  if (!open && parts.length === 0) return null;
  const t = await getTranslations();
  return (
    <Panel title={t("desk.parts.title")} id="parts">
      <Sent parts={parts} detail={detail} locale={locale} />
      <details>
        <summary className={open ? "cursor-pointer font-medium text-ink" : "hidden"}>
          {t("desk.parts.open")}
        </summary>
        <p className="my-3 text-quiet">{t("desk.parts.intro")}</p>
        <ActionForm
          action={partAction}
          open={open}
          hidden={{ locale, orderId: order.id }}
          variant="secondary"
          fields={[
            ...lines
              .filter(({ position }) => (left.get(position) ?? 0) > 0)
              .map(({ position, name }) => ({
                name: partField(position),
                label: name,
                hint: t("desk.parts.left", { count: left.get(position) ?? 0 }),
                numeric: true,
              })),
            { name: "carrier", label: t("admin.ship.carrier") },
            { name: "trackingId", label: t("admin.ship.trackingId") },
          ]}
          labels={{
            submit: t("desk.parts.submit"),
            sending: t("desk.parts.sending"),
            supportId: t("admin.errors.supportId"),
          }}
        />
      </details>
    </Panel>
  );
}

function Sent({ parts, detail, locale }: { parts: ShippingNote[]; detail: OrderDetail; locale: Locale }) {
  const names = new Map(detail.lines.map(({ position, name }) => [position, name]));
  return (
    <ul className="mb-3 empty:hidden [&>li]:border-t [&>li]:py-2 [&>li:first-child]:border-t-0">
      {parts.map(({ id, createdAt, carrier, trackingId, lines }) => (
        <li key={id}>
          <p className="wrap-anywhere">
            {carrier} {trackingId}
          </p>
          <p className="text-xs text-quiet">
            {formatMoment(createdAt, locale)} ·{" "}
            {lines.map(({ position, quantity }) => `${quantity} × ${names.get(position) ?? ""}`).join(", ")}
          </p>
        </li>
      ))}
    </ul>
  );
}
