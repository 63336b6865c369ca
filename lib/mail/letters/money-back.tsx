import { translator } from "@/lib/i18n/messages";
import type { OrderFacts } from "@/lib/mail/facts";
import type { LetterOf } from "@/lib/mail/letter";
import { orderLetter } from "@/lib/mail/letters/order-letter";
import { Paragraph } from "@/lib/mail/parts/pieces";
import { formatCents } from "@/lib/money";
import { isRefunded, owedFor } from "@/lib/orders/sums";

/** The order ended before it was delivered. */
export const cancelled: LetterOf<OrderFacts> = (facts) => {
  const { order } = facts;
  const { locale, number } = order;
  const t = translator(locale, "mail");
  const money = order.received === 0 ? "nothing" : isRefunded(order) ? "back" : "waiting";
  return orderLetter(facts, {
    subject: t("cancelled.subject", { number }),
    preview: t("cancelled.preview"),
    title: t("cancelled.title"),
    children: (
      <>
        <Paragraph>{t("cancelled.text", { number })}</Paragraph>
        <Paragraph>{t(`cancelled.${money}`, { amount: formatCents(order.refunded, locale) })}</Paragraph>
      </>
    ),
  });
};

/** Money on its way back; also when it was given back elsewhere. */
export const refunded: LetterOf<OrderFacts> = (facts) => {
  const { order } = facts;
  if (facts.amount === null) return null;
  const { locale, number } = order;
  const t = translator(locale, "mail");
  const amount = formatCents(facts.amount, locale);
  const soFar = formatCents(order.refunded, locale);
  return orderLetter(facts, {
    subject: t("refunded.subject", { number, amount }),
    preview: t("refunded.preview", { amount }),
    title: t("refunded.title", { amount }),
    attachments: facts.files,
    children: (
      <>
        <Paragraph>{t("refunded.text", { number, amount })}</Paragraph>
        {isRefunded(order) ? (
          <Paragraph>{t("refunded.all")}</Paragraph>
        ) : (
          <Paragraph>{t("refunded.so_far", { amount: soFar })}</Paragraph>
        )}
      </>
    ),
  });
};

/** Less is owed before anything was paid, as with an invoice (api.md 13.4). */
export const reduced: LetterOf<OrderFacts> = (facts) => {
  const { order } = facts;
  if (facts.amount === null || order.state === "cancelled") return null;
  const { locale, number } = order;
  const t = translator(locale, "mail");
  const less = formatCents(facts.amount, locale);
  const amount = formatCents(owedFor(order), locale);
  return orderLetter(facts, {
    subject: t("reduced.subject", { number, amount }),
    preview: t("reduced.preview", { less }),
    title: t("reduced.title", { less }),
    children: (
      <>
        <Paragraph>{t("reduced.text", { number, amount })}</Paragraph>
        <Paragraph>{t(owedFor(order) === 0 ? "reduced.nothing" : "reduced.paid")}</Paragraph>
      </>
    ),
  });
};
