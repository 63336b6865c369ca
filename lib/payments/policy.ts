import { paysLater } from "@/lib/payments/methods";

const minute = 60_000;
const day = 24 * 60 * minute;

/** How long an advance payment is waited for, and the grace for a transfer that is already on its way. */
export const transferDays = 7;
const graceDays = 3;

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

/**
 * How long after its last look a payment is looked at again: an open one soon while young, then less and less often; an
 * accepted one whose money is outstanding a few times a day, since an invoice's money is not announced (api.md 14.3).
 */
export function checkAgainAfterMs(ageMs: number, open: boolean): number {
  if (!open) return 6 * 60 * minute;
  if (ageMs < 10 * minute) return 20_000;
  if (ageMs < 2 * 60 * minute) return 2 * minute;
  if (ageMs < day) return 15 * minute;
  return 2 * 60 * minute;
}
