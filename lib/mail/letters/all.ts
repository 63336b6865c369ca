import type { OrderFacts } from "@/lib/mail/facts";
import type { MailKind } from "@/lib/mail/kinds";
import type { LetterOf } from "@/lib/mail/letter";
import { authorisationLapsed, paymentAccepted } from "@/lib/mail/letters/accepted";
import { collected, shipped } from "@/lib/mail/letters/delivered";
import { chargeBack, flagged, newOrder, refundFailed } from "@/lib/mail/letters/merchant";
import { cancelled, reduced, refunded } from "@/lib/mail/letters/money-back";
import { orderReceived } from "@/lib/mail/letters/order-received";
import {
  merchantWithdrawal,
  orderLink,
  type PayloadFacts,
  testMail,
  withdrawalReceipt,
} from "@/lib/mail/letters/orderless";
import { expired, paymentReminder, transferDetails } from "@/lib/mail/letters/transfer";

/** Kinds that carry all they say in their payload. */
export const payloadLetters = {
  order_link: orderLink,
  withdrawal: withdrawalReceipt,
  merchant_withdrawal: merchantWithdrawal,
  test: testMail,
} as const satisfies Partial<Record<MailKind, LetterOf<PayloadFacts>>>;

/** Kinds that are about an order. */
export const orderLetters: Record<Exclude<MailKind, keyof typeof payloadLetters>, LetterOf<OrderFacts>> = {
  order_received: orderReceived,
  transfer_details: transferDetails,
  payment_reminder: paymentReminder,
  payment_accepted: paymentAccepted,
  authorisation_lapsed: authorisationLapsed,
  expired,
  shipped,
  collected,
  cancelled,
  refunded,
  reduced,
  new_order: newOrder,
  charge_back: chargeBack,
  flagged,
  refund_failed: refundFailed,
};

/** Whether a kind needs no order. */
export function isPayloadKind(kind: MailKind): kind is keyof typeof payloadLetters {
  return kind in payloadLetters;
}
