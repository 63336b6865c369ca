import { CHOICES } from "../choices";
import { ok, type Result, refuse } from "../refusals";
import { STATUS } from "../statuses";
import type { Actor, PaymentTransaction, SmartTransaction } from "../types";
import { effectiveAmount, isExecuted, subPayments } from "./amounts";
import {
  among,
  type Core,
  findPayment,
  findSmart,
  isOriginal,
  leafPayments,
  movePayment,
  savePayment,
  saveSmart,
} from "./core";
import type { CancelInput } from "./engine";
import { createRefund, REFUND_LINK } from "./payments";
import { keepForReturn, settleIfPaid } from "./settle";

const REASON = /^[A-Za-z0-9 .,+\-:?()/']{0,100}$/;
const CANCELLABLE: readonly number[] = [1, 2, 4, 6, 9, 10, 14];

/**
 * Cancels or refunds a payment (api.md 13.4). Answers the original and, where money had moved, the new
 * refund. Amounts in cents.
 */
export function cancelPayment(
  core: Core,
  idOrHash: string,
  input: CancelInput,
): Result<PaymentTransaction[]> {
  const found = findPayment(core, idOrHash);
  if (!found.ok) return found;
  if (input.reason !== undefined && !REASON.test(input.reason)) return refuse("badReason");
  const payment = found.value;
  const subs = subPayments(core, payment);
  if (payment.amount < 0 || !CANCELLABLE.includes(payment.simple)) return refuse("cancelTooMuch");
  if (subs.length > 0) return cancelSubs(core, payment, subs, input);
  const left = effectiveAmount(core, payment);
  const by = input.reduce_amount_by ?? left;
  if (by < 1 || by > left) return refuse("cancelTooMuch", `only ${left} of ${payment.amount} are left`);
  if (payment.method === "creditcard" && payment.simple === 2 && by < left && payment.partialCancelUsed) {
    return refuse("cancelTooMuch", "an authorised card payment can be reduced only once");
  }
  const actor = input.by ?? "api";
  const result = isExecuted(payment)
    ? refund(core, payment, by, left, actor)
    : [reduce(core, payment, by, left, actor)];
  const main = result[0];
  if (main && !isOriginal(core, main)) announceOriginal(core, main);
  return ok(result);
}

function cancelSubs(
  core: Core,
  original: PaymentTransaction,
  subs: PaymentTransaction[],
  input: CancelInput,
): Result<PaymentTransaction[]> {
  if (input.reduce_amount_by !== undefined && input.reduce_amount_by !== effectiveAmount(core, original)) {
    return refuse("cancelTooMuch", "the sub-transactions of a marketplace order are reduced one by one");
  }
  const made: PaymentTransaction[] = [];
  for (const sub of subs) {
    const left = effectiveAmount(core, sub);
    if (left < 1) continue;
    const actor = input.by ?? "api";
    made.push(
      ...(isExecuted(sub) ? refund(core, sub, left, left, actor) : [reduce(core, sub, left, left, actor)]),
    );
  }
  const now = core.store.payments.get(original.id) ?? original;
  return ok([now, ...made]);
}

/** Money has moved: a refund is made; the original becomes void once nothing is left. */
function refund(core: Core, payment: PaymentTransaction, by: number, left: number, actor: Actor) {
  const child = createRefund(core, payment, by);
  const children = [...payment.children, { id: child.id, transId: child.transId, refTypeId: REFUND_LINK }];
  const main =
    by === left
      ? movePayment(core, payment, STATUS.void, { children })
      : savePayment(core, payment, { children });
  logOnSmart(core, main, actor, `refund of ${by} cents (TA ${child.transId})`);
  if (by < left && isOriginal(core, main)) core.announce(main);
  if (by === left) closeOriginal(core, main);
  return [main, child];
}

/** Nothing has moved: the amount is lowered, or the payment cancelled. */
function reduce(core: Core, payment: PaymentTransaction, by: number, left: number, actor: Actor) {
  if (by === left) {
    const main = movePayment(core, payment, STATUS.void);
    keepForReturn(core, main);
    logOnSmart(core, main, actor, "payment cancelled");
    closeOriginal(core, main);
    cancelSmartIfVoid(core, main, actor);
    return main;
  }
  const used = payment.partialCancelUsed || payment.simple === 2;
  const main = savePayment(core, payment, { reduced: payment.reduced + by, partialCancelUsed: used });
  logOnSmart(core, main, actor, `amount lowered by ${by} cents`);
  if (isOriginal(core, main)) core.announce(main);
  return settleIfPaid(core, main);
}

/** The original of a marketplace order is void when all its sub-transactions are. */
function closeOriginal(core: Core, payment: PaymentTransaction): void {
  const smart = core.store.smarts.get(payment.smartId ?? "");
  const original = core.store.payments.get(smart?.paymentIds[0] ?? "");
  if (!smart || !original || original.id === payment.id) return;
  if (leafPayments(core, smart).every((sub) => sub.simple === 5)) movePayment(core, original, STATUS.void);
}

function cancelSmartIfVoid(core: Core, payment: PaymentTransaction, actor: Actor): void {
  const smart = core.store.smarts.get(payment.smartId ?? "");
  if (!smart?.paymentIds.includes(payment.id) || !among(CHOICES.cancelFrom.value, smart.status)) return;
  const allVoid = leafPayments(core, smart).every((leaf) => leaf.simple === 5 && leaf.children.length === 0);
  if (allVoid) saveSmart(core, smart, { status: "cancelled", external: null }, actor, "payment cancelled");
}

function announceOriginal(core: Core, sub: PaymentTransaction): void {
  const smart = core.store.smarts.get(sub.smartId ?? "");
  const original = core.store.payments.get(smart?.paymentIds[0] ?? "");
  if (original) core.announce(original);
}

function logOnSmart(core: Core, payment: PaymentTransaction, actor: Actor, text: string): void {
  const smart = core.store.smarts.get(payment.smartId ?? "");
  if (smart) saveSmart(core, smart, {}, actor, text);
}

/** Cancels the whole Smart Transaction; paid ones are refunded in full (api.md 8.7). */
export function cancelSmart(core: Core, smartId: string, by: Actor = "api"): Result<SmartTransaction> {
  const found = findSmart(core, smartId);
  if (!found.ok) return found;
  if (!among(CHOICES.cancelFrom.value, found.value.status)) {
    return refuse("wrongState", `cancel is not possible in status ${found.value.status}`);
  }
  const original = core.store.payments.get(found.value.paymentIds[0] ?? "");
  if (original && CANCELLABLE.includes(original.simple)) {
    const cancelled = cancelPayment(core, original.id, { by });
    if (!cancelled.ok) return cancelled;
  } else if (original?.simple === 0) {
    movePayment(core, original, STATUS.void);
  }
  const smart = core.store.smarts.get(smartId) ?? found.value;
  if (smart.status === "cancelled") return ok(smart);
  return ok(saveSmart(core, smart, { status: "cancelled", external: null }, by, "cancelled"));
}

/** Gives the order up before anything is captured (api.md 8.8). */
export function abortSmart(core: Core, smartId: string, by: Actor = "api"): Result<SmartTransaction> {
  const found = findSmart(core, smartId);
  if (!found.ok) return found;
  const smart = found.value;
  if (!among(CHOICES.abortFrom.value, smart.status)) {
    return refuse("wrongState", `abort is not possible in status ${smart.status}`);
  }
  for (const id of smart.paymentIds) {
    const payment = core.store.payments.get(id);
    if (payment && (payment.simple === 0 || payment.simple === 2)) movePayment(core, payment, STATUS.void);
  }
  const now = core.store.smarts.get(smartId) ?? smart;
  return ok(saveSmart(core, now, { status: "aborted", external: null }, by, "aborted"));
}
