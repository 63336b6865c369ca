import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SyncBadge } from "@/components/basket/sync-badge";
import { Remembered } from "@/components/customer/remembered";
import { MoneyNote } from "@/components/order/money-note";
import { OrderLines } from "@/components/order/order-lines";
import { OrderLive } from "@/components/order/order-live-client";
import { TransferSlip } from "@/components/order/transfer-slip";
import { StatusLine, type StatusTone } from "@/components/ui/status-line";
import { countPieces } from "@/lib/basket/codec";
import { readBasket } from "@/lib/basket/cookie";
import type { Address } from "@/lib/db/schema";
import { isLocale } from "@/lib/i18n/config";
import { messagesOf, translator } from "@/lib/i18n/messages";
import { readOrderByToken } from "@/lib/orders/read";
import {
  type BuyerSituation,
  buyerSituation,
  buyerWords,
  mayPayAgain,
  mayStillChange,
} from "@/lib/orders/situation";
import { owedFor } from "@/lib/orders/sums";
import { syncIfDue } from "@/lib/payments/follow";
import { transferDue } from "@/lib/payments/policy";
import { getContext } from "@/lib/runtime";
import { forgetAction } from "../../forget-action";
import { Cancel } from "./cancel";
import { PayAgain } from "./pay-again";
import { PickUp } from "./pick-up";

type Props = { params: Promise<{ locale: string; token: string }> };
type Locale = "de" | "en";

const lookEveryMs = 10_000;
const refreshSeconds = 15;

export const metadata: Metadata = { robots: { index: false, follow: false }, referrer: "no-referrer" };

/** What the buyer bookmarks: the state of the order as it was last read from secuconnect, and what happens next. */
export default async function OrderPage({ params }: Props) {
  const { locale: asked, token } = await params;
  const locale: Locale = isLocale(asked) ? asked : "de";
  const ctx = await getContext();
  const found = await readOrderByToken(ctx.db, token);
  if (!found) notFound();
  await syncIfDue(ctx, found.order.id, lookEveryMs);
  const view = (await readOrderByToken(ctx.db, token)) ?? found;
  const situation = buyerSituation(view.order, view.attempt);
  const live = mayStillChange(situation, view.attempt);
  const t = translator(locale, "order");
  const { order } = view;
  const words = buyerWords(situation, order.delivery);
  return (
    <div className="mx-auto max-w-4xl space-y-12 py-10">
      <SyncBadge count={countPieces(await readBasket())} />
      <header className="space-y-6">
        <div>
          <h1 className="font-serif text-3xl sm:text-4xl">{t("heading", { number: order.number })}</h1>
          <p className="text-quiet">{t("placed", { date: formatDate(order.placedAt, locale) })}</p>
        </div>
        <div className="space-y-2">
          <div role="status">
            <StatusLine
              tone={tones[situation]}
              detail={t(`situation.${words}.next`, {
                due: formatDate(transferDue(view.attempt.createdAt), locale),
              })}
            >
              <span className="text-lg">{t(`situation.${words}.title`)}</span>
            </StatusLine>
          </div>
          <MoneyNote order={order} attempt={view.attempt} locale={locale} />
          <OrderLive
            token={token}
            version={order.version}
            live={live}
            texts={{ checked: t("live.checked"), offline: t("live.offline") }}
          />
        </div>
        {live ? (
          <noscript>
            <meta httpEquiv="refresh" content={String(refreshSeconds)} />
          </noscript>
        ) : null}
      </header>
      {showsTransfer(situation) && view.attempt.transfer ? (
        <TransferSlip transfer={view.attempt.transfer} amount={owedFor(order)} locale={locale} />
      ) : null}
      {mayPayAgain(situation) ? <PayAgain view={view} locale={locale} situation={situation} /> : null}
      {order.delivery === "collection" ? (
        <PickUp order={order} situation={situation} locale={locale} />
      ) : null}
      {order.shipment ? (
        <section>
          <h2 className="font-serif text-2xl">{t("shipment.heading")}</h2>
          <p className="mt-2">{t("shipment.text", order.shipment)}</p>
        </section>
      ) : null}
      <OrderLines order={{ ...order, locale }} lines={view.lines} />
      <section className="grid gap-8 sm:grid-cols-2">
        <AddressBlock title={t("address.billing")} address={order.billing} />
        {order.delivery === "shipping" ? (
          <AddressBlock title={t("address.shipping")} address={order.shipping ?? order.billing} />
        ) : null}
      </section>
      <Cancel order={order} locale={locale} />
      {order.customerId ? (
        <Remembered
          action={forgetAction}
          hidden={{ locale, order: order.token }}
          texts={messagesOf(locale).customer.kept}
        />
      ) : null}
      <p className="text-sm text-quiet">{t("keep")}</p>
    </div>
  );
}

const tones: Record<BuyerSituation, StatusTone> = {
  payment_not_started: "bad",
  checking: "waiting",
  authorised: "waiting",
  buyer_paying: "waiting",
  awaiting_transfer: "waiting",
  payment_pending: "waiting",
  payment_failed: "bad",
  accepted_unpaid: "good",
  accepted_paid: "good",
  shipped_unpaid: "good",
  shipped_paid: "good",
  being_looked_at: "waiting",
  refunded: "neutral",
  cancelling: "waiting",
  cancelled: "neutral",
  expired: "neutral",
};

function showsTransfer(situation: BuyerSituation): boolean {
  return (
    situation === "awaiting_transfer" || situation === "accepted_unpaid" || situation === "shipped_unpaid"
  );
}

function AddressBlock({ title, address }: { title: string; address: Address }) {
  return (
    <div>
      <h2 className="font-serif text-xl">{title}</h2>
      <address className="mt-2 not-italic">
        {address.company ? <div>{address.company}</div> : null}
        <div>
          {address.forename} {address.surname}
        </div>
        <div>
          {address.street} {address.streetNumber}
        </div>
        {address.addition ? <div>{address.addition}</div> : null}
        <div>
          {address.postalCode} {address.city}
        </div>
      </address>
    </div>
  );
}

function formatDate(date: Date, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === "de" ? "de-DE" : "en-GB", {
    dateStyle: locale === "de" ? "medium" : "long",
    timeZone: "Europe/Berlin",
  }).format(date);
}
