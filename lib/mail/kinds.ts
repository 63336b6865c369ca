/** Mails to the buyer, or to the address in the row's `recipient`. */
export const buyerKinds = [
  "order_received",
  "transfer_details",
  "payment_reminder",
  "payment_accepted",
  "authorisation_lapsed",
  "expired",
  "shipped",
  "collected",
  "cancelled",
  "refunded",
  "reduced",
  "withdrawal",
  "order_link",
  "test",
] as const;

/** Mails to the shop itself. */
export const merchantKinds = [
  "new_order",
  "charge_back",
  "flagged",
  "refund_failed",
  "merchant_withdrawal",
] as const;

export type MailKind = (typeof buyerKinds)[number] | (typeof merchantKinds)[number];

/** A kind as the outbox has it: `refunded:PCI_1` is the mail about one refund. Null for a kind without a template. */
export function parseKind(text: string): { kind: MailKind; about: string | null } | null {
  const [name = "", ...rest] = text.split(":");
  const kind = [...buyerKinds, ...merchantKinds].find((each) => each === name);
  return kind ? { kind, about: rest.length > 0 ? rest.join(":") : null } : null;
}

/** Whether the shop itself is the reader. */
export function isForMerchant(kind: MailKind): boolean {
  return merchantKinds.some((each) => each === kind);
}
