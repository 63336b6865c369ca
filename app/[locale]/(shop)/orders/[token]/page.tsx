import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SyncBadge } from "@/components/basket/sync-badge";
import { Remembered } from "@/components/customer/remembered";
import { DocumentList } from "@/components/order/document-list";
import { MoneyNote } from "@/components/order/money-note";
import { OrderLines } from "@/components/order/order-lines";
import { OrderLive } from "@/components/order/order-live-client";
import { OrderTimeline } from "@/components/order/order-timeline";
import { TransferSlip } from "@/components/order/transfer-slip";
import { StatusLine, type StatusTone } from "@/components/ui/status-line";
import { countPieces } from "@/lib/basket/codec";
import { readBasket } from "@/lib/basket/cookie";
import { isLocale } from "@/lib/i18n/config";
import { messagesOf, translator } from "@/lib/i18n/messages";
import { listDocuments } from "@/lib/invoices/list";
import { readOrderByToken } from "@/lib/orders/read";
import {
  type BuyerSituation,
  buyerSituation,
  buyerWords,
  mayPayAgain,
  mayStillChange,
  showsTransfer,
} from "@/lib/orders/situation";
import { owedFor } from "@/lib/orders/sums";
import { orderSteps, readMoney } from "@/lib/orders/timeline";
import { syncIfDue } from "@/lib/payments/follow";
import { transferDue } from "@/lib/payments/policy";
import { getContext } from "@/lib/runtime";
import { readProfile } from "@/lib/settings/profile";
import { forgetAction } from "../../forget-action";
import { AddressBlock } from "./address-block";
import { Cancel } from "./cancel";
import { PayAgain } from "./pay-again";
import { PickUp } from "./pick-up";
import { Withdraw } from "./withdraw";

type Props = { params: Promise<{ locale: string; token: string }> };
type Locale = "de" | "en";

const lookEveryMs = 10_000;
const refreshSeconds = 15;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, token } = await params;
  // Not "no-referrer": browsers then send the Origin "null" with a form, and actions without JavaScript are refused.
  const hidden: Metadata = { robots: { index: false, follow: false }, referrer: "same-origin" };
  const view = await readOrderByToken((await getContext()).db, token);
  if (!view || !isLocale(locale)) return hidden;
  return { ...hidden, title: translator(locale, "order")("title", { number: view.order.number }) };
}

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
  const documents = await listDocuments(ctx.db, found.order.id);
  const t = translator(locale, "order");
  const { order } = view;
  const words = buyerWords(situation, order.delivery);
  return (
    <div className="mx-auto max-w-4xl space-y-12 py-10 print:space-y-6 print:py-0">
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
      <OrderTimeline
        steps={orderSteps(order, view.attempt, await readMoney(ctx.db, order.id))}
        locale={locale}
      />
      {showsTransfer(situation) && view.attempt.transfer ? (
        <TransferSlip
          transfer={view.attempt.transfer}
          amount={owedFor(order)}
          locale={locale}
          picture={`/api/orders/${order.token}/girocode`}
        />
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
      {documents.length > 0 ? (
        <section aria-labelledby="documents">
          <h2 id="documents" className="mb-4 font-serif text-2xl">
            {translator(locale, "documents")("list.heading")}
          </h2>
          <DocumentList documents={documents} base={`/api/orders/${token}/documents`} locale={locale} />
        </section>
      ) : null}
      <OrderLines order={{ ...order, locale }} lines={view.lines} />
      <section className="grid gap-8 sm:grid-cols-2">
        <AddressBlock title={t("address.billing")} address={order.billing} locale={locale} />
        {order.delivery === "shipping" ? (
          <AddressBlock
            title={t("address.shipping")}
            address={order.shipping ?? { ...order.billing, vatId: undefined }}
            locale={locale}
          />
        ) : null}
      </section>
      <Cancel order={order} locale={locale} />
      {situation === "cancelled" || situation === "expired" ? null : (
        <Withdraw token={order.token} locale={locale} />
      )}
      {order.customerId ? (
        <Remembered
          action={forgetAction}
          hidden={{ locale, order: order.token }}
          texts={messagesOf(locale).customer.kept}
        />
      ) : null}
      <div className="space-y-2 text-sm text-quiet">
        <p className="print:hidden">{t("keep")}</p>
        <p>{t("questions", { email: (await readProfile(ctx.db)).email })}</p>
      </div>
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

function formatDate(date: Date, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === "de" ? "de-DE" : "en-GB", {
    dateStyle: locale === "de" ? "medium" : "long",
    timeZone: "Europe/Berlin",
  }).format(date);
}
