import { translator } from "@/lib/i18n/messages";
import { shopAddressLine } from "@/lib/legal/shop-lines";
import type { OrderFacts } from "@/lib/mail/facts";
import type { LetterOf } from "@/lib/mail/letter";
import { orderLetter } from "@/lib/mail/letters/order-letter";
import { OrderTable } from "@/lib/mail/parts/order-table";
import { Facts, Paragraph } from "@/lib/mail/parts/pieces";
import { formatCents } from "@/lib/money";
import { isPaid, owedFor } from "@/lib/orders/sums";

/** The order may go out: the money is here, or an invoice was approved, or the goods can be fetched with the code. */
export const paymentAccepted: LetterOf<OrderFacts> = (facts) => {
  const { order, lines, profile } = facts;
  const { locale, number } = order;
  if (order.state !== "confirmed" && order.state !== "shipped") return null;
  const t = translator(locale, "mail");
  const isReady = order.delivery === "collection";
  const suffix = isReady ? "_ready" : isPaid(order) ? "" : "_invoice";
  const amount = formatCents(owedFor(order), locale);
  const code: [string, string][] = order.pickupCode ? [[t("payment_accepted.code"), order.pickupCode]] : [];
  return orderLetter(facts, {
    subject: t(`payment_accepted.subject${suffix}`, { number }),
    preview: t(isReady ? "payment_accepted.preview_ready" : "payment_accepted.preview"),
    title: t(`payment_accepted.title${suffix}`),
    children: (
      <>
        <Paragraph>{t(`payment_accepted.text${suffix}`, { number, amount })}</Paragraph>
        {isReady ? (
          <Facts rows={[...code, [t("payment_accepted.place"), shopAddressLine(profile, locale)]]} />
        ) : null}
        <OrderTable order={order} lines={lines} />
      </>
    ),
  });
};

/** The shop let an authorised payment lapse. */
export const authorisationLapsed: LetterOf<OrderFacts> = (facts) => {
  const { locale, number, state } = facts.order;
  if (state !== "expired") return null;
  const t = translator(locale, "mail");
  return orderLetter(facts, {
    subject: t("authorisation_lapsed.subject", { number }),
    preview: t("authorisation_lapsed.preview"),
    title: t("authorisation_lapsed.title"),
    children: (
      <>
        <Paragraph>{t("authorisation_lapsed.text", { number })}</Paragraph>
        <Paragraph>{t("authorisation_lapsed.next")}</Paragraph>
      </>
    ),
  });
};
