import { paysLater } from "@/lib/payments/methods";

const minute = 60_000;
const day = 24 * 60 * minute;

/** How long an advance payment is waited for, and the grace for a transfer that is already on its way. */
export const transferDays = 7;
/** How many days after the delivery an invoice is due, as the terms say. */
export const invoiceDays = 14;
const graceDays = 3;
/** The buyer is reminded so long before an advance payment lapses: on the day it was due. */
export const reminderLeadMs = graceDays * day;

/** Until when an order's pieces are kept for a payment that has just begun: hosted page an hour, advance payment days. */
export function holdUntil(method: string, now: Date): Date {
  const kept =
    method === "prepaid" ? (transferDays + graceDays) * day : paysLater(method) ? day : 60 * minute;
  return new Date(now.getTime() + kept);
}

/** How long an authorised payment waits for the merchant: PayPal's money is safe for three days only (api.md 9). */
export const captureDays = 3;

/** Until when a payment that was authorised now has to be captured. */
export function captureUntil(now: Date): Date {
  return new Date(now.getTime() + captureDays * day);
}

/** The day until which the buyer should have transferred an advance payment. */
export function transferDue(placedAt: Date): Date {
  return new Date(placedAt.getTime() + transferDays * day);
}

/** A look is due when the payment is at most this old and the last look at least that long ago; any line will do. */
export type Looks = readonly { youngerThanMs: number; everyMs: number }[];

/** A payment that may still come, or a refund without an answer: soon while it is young, and rarely later. */
export const openLooks: Looks = [
  { youngerThanMs: 10 * minute, everyMs: 20_000 },
  { youngerThanMs: 2 * 60 * minute, everyMs: 2 * minute },
  { youngerThanMs: day, everyMs: 15 * minute },
  { youngerThanMs: 10 * 365 * day, everyMs: 2 * 60 * minute },
];

/** Accepted, and its money outstanding: an invoice's money is not announced (api.md 14.3). */
export const outstandingLooks: Looks = [{ youngerThanMs: 10 * 365 * day, everyMs: 6 * 60 * minute }];

/**
 * Accepted and paid: refunds and charge-backs are announced, but a push may be lost. A direct debit can be returned for
 * eight weeks.
 */
export const settledLooks: Looks = [
  { youngerThanMs: 15 * minute, everyMs: 2 * minute },
  { youngerThanMs: 60 * day, everyMs: day },
];

/** A refund whose call got no answer holds up all others of its order. */
export const refundLooks: Looks = [{ youngerThanMs: 10 * 365 * day, everyMs: 30_000 }];
