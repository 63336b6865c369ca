import { CHOICES } from "../choices";
import type { Clock } from "../clock";
import type { Ids } from "../ids";
import { ok, type Result, refuse } from "../refusals";
import { type DetailedStatus, STATUS } from "../statuses";
import type { Store } from "../store";
import type { Actor, PaymentTransaction, SmartStatus, SmartTransaction } from "../types";

/** What every operation works with. */
export interface Core {
  store: Store;
  clock: Clock;
  ids: Ids;
  publicUrl: () => string;
  /** A payment's simple status changed or a refund was made: send a push (api.md 15.3). */
  announce: (payment: PaymentTransaction) => void;
}

type SmartChanges = Partial<Omit<SmartTransaction, "id" | "history" | "created">>;

/** Stores a changed Smart Transaction with a line in its history. */
export function saveSmart(
  core: Core,
  smart: SmartTransaction,
  changes: SmartChanges,
  by: Actor,
  text: string,
) {
  const at = core.clock.now();
  const moved = changes.status !== undefined && changes.status !== smart.status;
  const line = moved ? `${text}: ${smart.status} → ${changes.status}` : text;
  const next: SmartTransaction = {
    ...smart,
    ...changes,
    updated: at,
    history: [...smart.history, { at, by, text: line }],
  };
  core.store.smarts.put(next);
  return next;
}

/** Adds a line to the history without touching the transaction. */
export function note(core: Core, smartId: string | null, by: Actor, text: string): void {
  const smart = smartId === null ? undefined : core.store.smarts.get(smartId);
  if (!smart) return;
  core.store.smarts.put({ ...smart, history: [...smart.history, { at: core.clock.now(), by, text }] });
}

type PaymentChanges = Partial<Omit<PaymentTransaction, "id" | "created">>;

export function savePayment(
  core: Core,
  payment: PaymentTransaction,
  changes: PaymentChanges,
): PaymentTransaction {
  const next = { ...payment, ...changes, updated: core.clock.now() };
  core.store.payments.put(next);
  return next;
}

/** Moves a payment to a detailed status; announces it when the simple status changed. */
export function movePayment(
  core: Core,
  payment: PaymentTransaction,
  to: DetailedStatus,
  changes: PaymentChanges = {},
): PaymentTransaction {
  const next = savePayment(core, payment, { ...changes, status: to.status, simple: to.simple });
  if (next.simple !== payment.simple && isOriginal(core, next)) core.announce(next);
  return next;
}

/** Sub-transactions of a marketplace order are not announced (api.md 22). */
export function isOriginal(core: Core, payment: PaymentTransaction): boolean {
  const smart = payment.smartId === null ? undefined : core.store.smarts.get(payment.smartId);
  return !smart?.paymentIds.slice(1).includes(payment.id);
}

export function findSmart(core: Core, smartId: string): Result<SmartTransaction> {
  const smart = core.store.smarts.get(smartId);
  return smart ? ok(smart) : refuse("unknownId");
}

export function findPayment(core: Core, idOrHash: string): Result<PaymentTransaction> {
  const payment = core.store.payments.get(idOrHash) ?? core.store.paymentByHash(idOrHash);
  return payment ? ok(payment) : refuse("unknownId");
}

/** Original first, then sub-transactions. */
export function paymentsOf(core: Core, smart: SmartTransaction): PaymentTransaction[] {
  return smart.paymentIds.flatMap((id) => core.store.payments.get(id) ?? []);
}

/** The payments that carry the money: sub-transactions where there are any. */
export function leafPayments(core: Core, smart: SmartTransaction): PaymentTransaction[] {
  const payments = paymentsOf(core, smart);
  return payments.length > 1 ? payments.slice(1) : payments;
}

/** Status after the payment was accepted, by intent and delivery (api.md 10.1). */
export function acceptedStatus(smart: SmartTransaction): SmartStatus {
  if (smart.intent === "sale") return "ok";
  return smart.delivery?.type === "collection" ? "collection" : "received";
}

/** Detailed status of an accepted payment; demo payments may have their own. */
export function completedStatus(isDemo: boolean): DetailedStatus {
  return isDemo && CHOICES.demoAcceptedDetailedStatus.value !== 6 ? STATUS.completedDemo : STATUS.completed;
}

/** True when a list of states of `choices.ts` holds this one. */
export function among(states: readonly string[], status: SmartStatus): boolean {
  return states.includes(status);
}
