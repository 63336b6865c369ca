import type { PaymentTransaction, SmartTransaction } from "../types";
import { type Core, paymentsOf } from "./core";

const ACCEPTED = new Set([1, 4, 6, 9]);

/**
 * Effective amount in cents: 0 when void, else the amount less what was taken off and refunded
 * (api.md 13.2). The original of a marketplace order adds up its sub-transactions.
 */
export function effectiveAmount(core: Core, payment: PaymentTransaction): number {
  if (payment.simple === 5 || payment.simple === 3) return 0;
  const subs = subPayments(core, payment);
  if (subs.length > 0) return subs.reduce((sum, sub) => sum + effectiveAmount(core, sub), 0);
  return payment.amount - payment.reduced - refunded(core, payment);
}

/** Sum of the refunds that were made or are on their way, in cents. */
export function refunded(core: Core, payment: PaymentTransaction): number {
  return payment.children.reduce((sum, link) => {
    const child = core.store.payments.get(link.id);
    return child && child.amount < 0 && child.simple !== 3 ? sum - child.amount : sum;
  }, 0);
}

/** The sub-transactions, if this is the original of a marketplace order. */
export function subPayments(core: Core, payment: PaymentTransaction): PaymentTransaction[] {
  const smart = payment.smartId === null ? undefined : core.store.smarts.get(payment.smartId);
  return smart && smart.paymentIds[0] === payment.id ? paymentsOf(core, smart).slice(1) : [];
}

/** Has money moved, so that taking it back needs a refund (api.md 13.4)? */
export function isExecuted(payment: PaymentTransaction): boolean {
  if (!ACCEPTED.has(payment.simple)) return false;
  return payment.method !== "invoice" || payment.received > 0;
}

/** Cents still to be transferred for a waiting prepayment or an unpaid invoice. */
export function openAmount(core: Core, smart: SmartTransaction): number {
  const payment = paymentsOf(core, smart)[0];
  if (!payment || (payment.method !== "prepaid" && payment.method !== "invoice")) return 0;
  if (smart.instructions === null || payment.simple === 3 || payment.simple === 5) return 0;
  if (payment.method === "prepaid" && ACCEPTED.has(payment.simple)) return 0;
  return Math.max(0, effectiveAmount(core, payment) - payment.received);
}
