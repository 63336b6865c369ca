import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Panel } from "@/components/admin/panel";
import { CopyButton } from "@/components/order/copy-button-client";
import type { Address, Order } from "@/lib/db/schema";
import type { Locale } from "@/lib/i18n/config";
import { getContext } from "@/lib/runtime";

const noAddress = { shipping: "sameAddress", collection: "collected" } as const;

/** Who ordered, and where it goes. */
export async function OrderPeople({ order, locale }: { order: Order; locale: Locale }) {
  const t = await getTranslations("admin.order");
  const d = await getTranslations("desk.people");
  const { settings } = await getContext();
  const page = `/${order.locale}/orders/${order.token}`;
  return (
    <Panel title={t("billing")} id="billing">
      <AddressLines address={order.billing} />
      <a className="link mt-2 inline-block break-all" href={`mailto:${order.email}`}>
        {order.email}
      </a>
      <h3 className="mt-4 font-semibold">{t("shipping")}</h3>
      {order.shipping ? <AddressLines address={order.shipping} /> : <p>{t(noAddress[order.delivery])}</p>}
      {order.note ? (
        <>
          <h3 className="mt-4 font-semibold">{t("note")}</h3>
          <p className="whitespace-pre-line break-words">{order.note}</p>
        </>
      ) : null}
      <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        <a className="link" href={page} rel="noreferrer">
          {t("shopperLink")}
        </a>
        <CopyButton
          value={`${settings.appUrl}${page}`}
          label={d("copy")}
          idle={d("copyIdle")}
          done={d("copied")}
          failed={d("copyFailed")}
        />
      </div>
      {order.paymentLinkId ? (
        <p className="mt-2">
          <Link className="link" href={`/${locale}/admin/links/${order.paymentLinkId}`}>
            {d("fromLink")}
          </Link>
        </p>
      ) : null}
    </Panel>
  );
}

function AddressLines({ address }: { address: Address }) {
  const lines = [
    address.company,
    `${address.forename} ${address.surname}`,
    address.addition,
    `${address.street} ${address.streetNumber}`,
    `${address.postalCode} ${address.city}`,
    address.country,
  ];
  return (
    <address className="not-italic break-words">
      {lines.filter(Boolean).map((line) => (
        <span key={line} className="block">
          {line}
        </span>
      ))}
    </address>
  );
}
