import { parse } from "../parse";
import { ok, type Result, refuse } from "../refusals";
import { increaseBody } from "../schemas";
import { findStatus } from "../statuses";
import type { PaymentTransaction, SimpleStatus, SmartStatus, SmartTransaction } from "../types";
import { effectiveAmount } from "./amounts";
import { acceptedStatus, type Core, findPayment, movePayment, note, savePayment, saveSmart } from "./core";

/** Releases a payment that was held back from payout (api.md 13.8). */
export function revokeAccrual(core: Core, idOrHash: string): Result<PaymentTransaction> {
  const found = findPayment(core, idOrHash);
  if (!found.ok) return found;
  if (!found.value.accrual) return refuse("wrongState", "the payment is not held back");
  note(core, found.value.smartId, "api", "accrual revoked");
  return ok(savePayment(core, found.value, { accrual: false }));
}

/** Raises the amount of an authorised payment to a new total in cents (api.md 13.7; conditions SIM). */
export function increaseAmount(core: Core, idOrHash: string, body: unknown): Result<PaymentTransaction> {
  const found = findPayment(core, idOrHash);
  if (!found.ok) return found;
  const parsed = parse(increaseBody, body);
  if (!parsed.ok) return parsed;
  const payment = found.value;
  if (payment.simple !== 2 && payment.simple !== 14) return refuse("wrongState");
  if (parsed.value.amount <= effectiveAmount(core, payment)) {
    return refuse("badField", "amount: must exceed the present amount");
  }
  note(core, payment.smartId, "api", `amount raised to ${parsed.value.amount} cents`);
  return ok(savePayment(core, payment, { amount: parsed.value.amount, reduced: 0 }));
}

/** `TestChangedPaymentStatus`: puts a payment into any known detailed status (api.md 25). */
export function changeStatus(core: Core, idOrHash: string, detailed: number): Result<PaymentTransaction> {
  const found = findPayment(core, idOrHash);
  if (!found.ok) return found;
  const status = findStatus(detailed);
  if (!status) return refuse("badField", `new_status_id: ${detailed} is not a known status`);
  const smart = core.store.smarts.get(found.value.smartId ?? "");
  const next = smart?.paymentIds[0] === found.value.id ? followed(smart, status.simple) : null;
  if (smart) saveSmart(core, smart, next ? { status: next } : {}, "operator", `test status ${detailed}`);
  return ok(movePayment(core, found.value, status));
}

/** Where the Smart Transaction goes with its payment; null when section 10.2 has no such way. */
function followed(smart: SmartTransaction, simple: SimpleStatus): SmartStatus | null {
  const open = smart.status === "pending" || smart.status === "approved" || smart.status === "created";
  if (!open) return null;
  if (simple === 1 || simple === 14) return acceptedStatus(smart);
  if (simple === 3) return smart.status === "created" || smart.status === "pending" ? "failed" : null;
  if (simple === 5) return smart.status === "created" ? null : "cancelled";
  return simple === 10 ? "pending" : null;
}
