import { ok, type Result, refuse } from "../refusals";
import type { PaymentTransaction, SmartTransaction } from "../types";
import type { Call } from "./route";

/** The Smart Transaction named in the path, if it is the caller's own (api.md 4.4). */
export function ownSmart(call: Call, id = call.params.id ?? ""): Result<SmartTransaction> {
  const { store } = call.ctx;
  const smart = (call.stale ? store.smarts.previous(id) : undefined) ?? store.smarts.get(id);
  if (!smart) return refuse("unknownId");
  return isOwn(call, smart.contractId) ? ok(smart) : refuse("foreignObject");
}

/** The Payment Transaction named in the path by id or hash, if it is the caller's own. */
export function ownPayment(call: Call, id = call.params.id ?? ""): Result<PaymentTransaction> {
  const { store } = call.ctx;
  const now = store.payments.get(id) ?? store.paymentByHash(id);
  if (!now) return refuse("unknownId");
  const payment = (call.stale ? store.payments.previous(now.id) : undefined) ?? now;
  return ownsPayment(call, payment) ? ok(payment) : refuse("foreignObject");
}

/** Sub-transactions belong to the marketplace as well, through their Smart Transaction. */
export function ownsPayment(call: Call, payment: PaymentTransaction): boolean {
  const smart = call.ctx.store.smarts.get(payment.smartId ?? "");
  return isOwn(call, payment.contractId) || (smart !== undefined && isOwn(call, smart.contractId));
}

export function isOwn(call: Call, contractId: string): boolean {
  return call.ctx.store.contracts.get(contractId)?.clientId === call.clientId;
}
