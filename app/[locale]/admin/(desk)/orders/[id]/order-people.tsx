import { getTranslations } from "next-intl/server";
import { Panel } from "@/components/admin/panel";
import type { Address, Order } from "@/lib/db/schema";

const noAddress = { shipping: "sameAddress", collection: "collected" } as const;

/** Who ordered, and where it goes. */
export async function OrderPeople({ order }: { order: Order }) {
  const t = await getTranslations("admin.order");
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
      <p className="mt-4">
        <a className="link" href={`/${order.locale}/orders/${order.token}`} rel="noreferrer">
          {t("shopperLink")}
        </a>
      </p>
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
