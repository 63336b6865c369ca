import { messagesOf, translator } from "@/lib/i18n/messages";
import type { OrderFacts } from "@/lib/mail/facts";
import type { LetterOf } from "@/lib/mail/letter";
import { orderLetter } from "@/lib/mail/letters/order-letter";
import { Legal } from "@/lib/mail/parts/legal";
import { OrderTable } from "@/lib/mail/parts/order-table";
import { People } from "@/lib/mail/parts/people";
import { Paragraph, Subtitle } from "@/lib/mail/parts/pieces";
import { dayText, plain } from "@/lib/mail/words";

/** The confirmation on a durable medium: contract, terms, withdrawal notice and model form (§ 312f, § 312i BGB). */
export const orderReceived: LetterOf<OrderFacts> = (facts) => {
  const { order, lines, attempt, profile, legal } = facts;
  const { locale, number } = order;
  const t = translator(locale, "mail");
  return orderLetter(facts, {
    subject: t("order_received.subject", { number }),
    preview: t("order_received.preview"),
    title: t("order_received.title"),
    children: (
      <>
        <Paragraph>{t("order_received.text", { number, date: dayText(order.placedAt, locale) })}</Paragraph>
        <Subtitle>{t("order_received.lines")}</Subtitle>
        <OrderTable order={order} lines={lines} />
        <Paragraph>
          {t("order_received.method", { method: methodText(attempt.method, locale) })}
          <br />
          {t(`order_received.${howToPay(attempt.method)}`)}
        </Paragraph>
        <Subtitle>{t("order_received.delivery")}</Subtitle>
        <Paragraph>{t(`order_received.${howItComes(facts)}`)}</Paragraph>
        <People order={order} profile={profile} />
        {order.note ? <Paragraph>{t("order_received.note", { note: plain(order.note) })}</Paragraph> : null}
        <Legal texts={legal} />
      </>
    ),
  });
};

/** A payment method for people; one the shop does not know keeps its own name. */
export function methodText(method: string, locale: "de" | "en"): string {
  const names: Record<string, string> = messagesOf(locale).order.method;
  return names[method] ?? method;
}

function howToPay(method: string): "prepaid" | "invoice" | "other" {
  return method === "prepaid" || method === "invoice" ? method : "other";
}

function howItComes({ order, attempt }: OrderFacts): "fetched" | "sentPrepaid" | "sent" {
  if (order.delivery === "collection") return "fetched";
  return attempt.method === "prepaid" ? "sentPrepaid" : "sent";
}
