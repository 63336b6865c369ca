import type { ReactNode } from "react";
import { translator } from "@/lib/i18n/messages";
import type { OrderFacts } from "@/lib/mail/facts";
import type { Letter } from "@/lib/mail/letter";
import { orderUrl } from "@/lib/mail/parts/addresses";
import { nameOf } from "@/lib/mail/parts/people";
import { Action, Paragraph, Title } from "@/lib/mail/parts/pieces";

type Parts = {
  subject: string;
  preview: string;
  title: string;
  children: ReactNode;
  attachments?: Letter["attachments"];
};

/** A mail to the buyer: what happened, what it means, and the way to the order page. */
export function orderLetter(
  facts: OrderFacts,
  { subject, preview, title, children, attachments }: Parts,
): Letter {
  const { locale, billing } = facts.order;
  const t = translator(locale, "mail");
  return {
    locale,
    subject,
    preview,
    attachments: attachments ?? [],
    body: (
      <>
        <Title>{title}</Title>
        <Paragraph>{t("greeting", { name: nameOf(billing) })}</Paragraph>
        {children}
        <Action href={orderUrl(facts)}>{t("toOrder")}</Action>
      </>
    ),
  };
}
