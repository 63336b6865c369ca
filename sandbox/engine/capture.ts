import { CHOICES } from "../choices";
import { ok, type Result, refuse } from "../refusals";
import { type DetailedStatus, STATUS } from "../statuses";
import type { Actor, Method, SmartTransaction } from "../types";
import {
  acceptedStatus,
  type Core,
  completedStatus,
  findSmart,
  movePayment,
  paymentsOf,
  saveSmart,
} from "./core";
import { asMethod } from "./methods";

/** Captures the running attempt: final statuses, transfer details, pick-up code (api.md 8.5). */
export function capture(core: Core, smart: SmartTransaction, by: Actor): SmartTransaction {
  const [original, ...subs] = paymentsOf(core, smart);
  const method = smart.paymentMethod;
  if (!original || !method) throw new Error(`${smart.id} has nothing to capture`);
  const to = capturedStatus(core, smart, method);
  const transfers = method === "invoice" || method === "prepaid";
  const next = saveSmart(
    core,
    smart,
    {
      status: to.simple === 1 || to.simple === 14 ? acceptedStatus(smart) : "pending",
      external: null,
      instructions: transfers ? { purpose: `TA ${original.transId}` } : null,
      delivery: withPickUpCode(core, smart),
    },
    by,
    `${method}: captured`,
  );
  const changes = to.simple === 1 ? { completed: core.clock.now() } : {};
  for (const sub of subs) movePayment(core, sub, to, changes);
  movePayment(core, original, to, changes);
  return next;
}

function capturedStatus(core: Core, smart: SmartTransaction, method: Method): DetailedStatus {
  if (method === "invoice") return STATUS.waitingForShipment;
  if (method === "prepaid") return STATUS.prepaidWaiting;
  const surname = core.store.customers.get(smart.customerId ?? "")?.contact.surname ?? "";
  if (method === "debit" && surname.toLowerCase() === CHOICES.checkPendingSurname.value.toLowerCase()) {
    return STATUS.checkPending;
  }
  return completedStatus(smart.isDemo);
}

function withPickUpCode(core: Core, smart: SmartTransaction): SmartTransaction["delivery"] {
  const delivery = smart.delivery;
  if (smart.intent !== "order" || delivery?.type !== "collection") return delivery;
  return { ...delivery, code: unusedCode(core, delivery.store_id) };
}

function unusedCode(core: Core, storeId: string | null): string {
  const used = new Set<string>();
  for (const other of core.store.smarts.values()) {
    if (other.delivery?.type === "collection" && other.delivery.store_id === storeId && other.delivery.code) {
      used.add(other.delivery.code);
    }
  }
  let code = core.ids.pickUpCode();
  while (used.has(code)) code = `${code}${core.ids.pickUpCode().slice(-1)}`;
  return code;
}

const CAPTURED: readonly string[] = ["pending", "ok", "received", "collection", "shipped", "collected"];

/** Was the payment captured already, so that a second `start` changes nothing (api.md 29)? */
export function isCaptured(smart: SmartTransaction): boolean {
  return CAPTURED.includes(smart.status);
}

/** Captures what was authorised (api.md 8.5). */
export function start(core: Core, smartId: string, by: Actor = "api"): Result<SmartTransaction> {
  const found = findSmart(core, smartId);
  if (!found.ok) return found;
  if (isCaptured(found.value)) return ok(found.value);
  if (found.value.status !== "approved") return refuse("notApproved");
  return ok(capture(core, found.value, by));
}

export const DIRECT_METHODS: readonly Method[] = ["prepaid", "invoice", "debit"];

/** Is `start/{method}` a plain `start`, because this method was authorised or captured before? */
export function continuesWith(smart: SmartTransaction, methodName: string): boolean {
  const method = asMethod(methodName);
  return (
    method !== undefined &&
    smart.paymentMethod === method &&
    (isCaptured(smart) || smart.status === "approved")
  );
}
