import type { ReactNode } from "react";
import { translator } from "@/lib/i18n/messages";
import type { OrderFacts } from "@/lib/mail/facts";
import type { Letter, LetterOf } from "@/lib/mail/letter";
import { methodText } from "@/lib/mail/letters/order-received";
import { deskUrl } from "@/lib/mail/parts/addresses";
import { OrderTable } from "@/lib/mail/parts/order-table";
import { nameOf } from "@/lib/mail/parts/people";
import { Action, Paragraph, Title } from "@/lib/mail/parts/pieces";
import { dayText } from "@/lib/mail/words";
import { formatCents } from "@/lib/money";
import { owedFor } from "@/lib/orders/sums";

type Parts = { subject: string; preview: string; title: string; children: ReactNode };

/** A mail to the shop itself: what happened, and the way to the order in the admin. */
function deskLetter(facts: OrderFacts, { subject, preview, title, children }: Parts): Letter {
  const { locale } = facts;
  return {
    locale,
    subject,
    preview,
    attachments: [],
    body: (
      <>
        <Title>{title}</Title>
        {children}
        <Action href={deskUrl(facts)}>{translator(locale, "mail")("toDesk")}</Action>
      </>
    ),
  };
}

export const newOrder: LetterOf<OrderFacts> = (facts) => {
  const { order, lines, attempt, locale } = facts;
  const t = translator(locale, "mail");
  const { number } = order;
  const name = nameOf(order.billing);
  const amount = formatCents(order.total, locale);
  const method = methodText(attempt.method, locale);
  return deskLetter(facts, {
    subject: t("new_order.subject", { number, amount }),
    preview: t("new_order.preview", { method, name }),
    title: t("new_order.title", { number }),
    children: (
      <>
        <Paragraph>
          {t("new_order.text", { name, amount, method, date: dayText(order.placedAt, locale) })}
        </Paragraph>
        <OrderTable order={{ ...order, locale }} lines={lines} />
      </>
    ),
  });
};

export const chargeBack: LetterOf<OrderFacts> = (facts) => {
  const t = translator(facts.locale, "mail");
  const { number } = facts.order;
  const amount = formatCents(owedFor(facts.order), facts.locale);
  return deskLetter(facts, {
    subject: t("charge_back.subject", { number }),
    preview: t("charge_back.preview"),
    title: t("charge_back.title", { number }),
    children: <Paragraph>{t("charge_back.text", { amount })}</Paragraph>,
  });
};

const reasons = ["amount_mismatch", "charge_back", "paid_not_deliverable", "second_payment"] as const;

/** `about` is the flag that was set. */
export const flagged: LetterOf<OrderFacts> = (facts) => {
  const t = translator(facts.locale, "mail");
  const { number } = facts.order;
  const why = reasons.find((reason) => reason === facts.about) ?? "other";
  return deskLetter(facts, {
    subject: t("flagged.subject", { number }),
    preview: t("flagged.preview"),
    title: t("flagged.title", { number }),
    children: <Paragraph>{t(`flagged.${why}`)}</Paragraph>,
  });
};

export const refundFailed: LetterOf<OrderFacts> = (facts) => {
  if (facts.amount === null) return null;
  const t = translator(facts.locale, "mail");
  const { number } = facts.order;
  const amount = formatCents(facts.amount, facts.locale);
  return deskLetter(facts, {
    subject: t("refund_failed.subject", { number }),
    preview: t("refund_failed.preview"),
    title: t("refund_failed.title"),
    children: <Paragraph>{t("refund_failed.text", { number, amount })}</Paragraph>,
  });
};
