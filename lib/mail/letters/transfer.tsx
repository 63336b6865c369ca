import { translator } from "@/lib/i18n/messages";
import type { OrderFacts } from "@/lib/mail/facts";
import type { LetterOf } from "@/lib/mail/letter";
import { orderLetter } from "@/lib/mail/letters/order-letter";
import { Paragraph } from "@/lib/mail/parts/pieces";
import { TransferSlip } from "@/lib/mail/parts/transfer-slip";
import { dayText } from "@/lib/mail/words";
import { formatCents } from "@/lib/money";
import { owedFor } from "@/lib/orders/sums";
import { holdUntil, transferDue } from "@/lib/payments/policy";

/** The bank details of an advance payment, as the buyer must be told them (api.md 16). */
export const transferDetails: LetterOf<OrderFacts> = (facts) => {
  const { order, attempt, girocode } = facts;
  if (!isAwaited(facts)) return null;
  const { locale, number } = order;
  const t = translator(locale, "mail");
  const amount = formatCents(owedFor(order), locale);
  const due = dayText(transferDue(attempt.createdAt), locale);
  return orderLetter(facts, {
    subject: t("transfer_details.subject", { number }),
    preview: t("transfer_details.preview", { amount, due }),
    title: t("transfer_details.title", { amount }),
    attachments: girocode ? [girocode] : [],
    children: (
      <>
        <Paragraph>{t("transfer_details.text", { number, due })}</Paragraph>
        <TransferSlip facts={facts} />
      </>
    ),
  });
};

/** A last word before an advance payment lapses. With a part of the money here no code: it would ask for all again. */
export const paymentReminder: LetterOf<OrderFacts> = (facts) => {
  const { order, attempt } = facts;
  if (!isAwaited(facts)) return null;
  const { locale, number } = order;
  const t = translator(locale, "mail");
  const from = attempt.partReceivedAt ?? attempt.createdAt;
  const until = dayText(holdUntil("prepaid", from), locale);
  const girocode = attempt.partReceivedAt ? null : facts.girocode;
  return orderLetter(facts, {
    subject: t("payment_reminder.subject", { number }),
    preview: t("payment_reminder.preview", { until }),
    title: t("payment_reminder.title"),
    attachments: girocode ? [girocode] : [],
    children: (
      <>
        <Paragraph>
          {t(attempt.partReceivedAt ? "payment_reminder.text_part" : "payment_reminder.text", {
            number,
            until,
          })}
        </Paragraph>
        <TransferSlip facts={{ ...facts, girocode }} />
        <Paragraph>{t("payment_reminder.ignore")}</Paragraph>
      </>
    ),
  });
};

/** The wait is over. Not said when the money came after all. */
export const expired: LetterOf<OrderFacts> = (facts) => {
  const { locale, number, state } = facts.order;
  if (state !== "expired") return null;
  const t = translator(locale, "mail");
  return orderLetter(facts, {
    subject: t("expired.subject", { number }),
    preview: t("expired.preview"),
    title: t("expired.title"),
    children: (
      <>
        <Paragraph>{t("expired.text", { number })}</Paragraph>
        <Paragraph>{t("expired.next")}</Paragraph>
      </>
    ),
  });
};

/** Whether a transfer is still what the order waits for. */
function isAwaited({ order, attempt }: OrderFacts): boolean {
  const isOpen = order.state === "open" && !order.cancelRequestedAt;
  return isOpen && attempt.state === "pending" && attempt.transfer !== null;
}
