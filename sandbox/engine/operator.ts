import { ok, type Result, refuse } from "../refusals";
import { STATUS } from "../statuses";
import type { SmartTransaction } from "../types";
import { cancelPayment } from "./cancel";
import { type Core, findSmart, leafPayments, movePayment, paymentsOf, saveSmart } from "./core";
import { accept } from "./settle";

/** A charge-back or return debit after acceptance: simple status 4 (api.md 14.3). */
export function chargeBack(core: Core, smartId: string): Result<SmartTransaction> {
  return move(core, smartId, [1, 9], STATUS.chargeback, "charge-back");
}

/** The problem is solved: simple status 6. */
export function issueResolved(core: Core, smartId: string): Result<SmartTransaction> {
  return move(core, smartId, [4], STATUS.issueResolved, "issue resolved");
}

function move(
  core: Core,
  smartId: string,
  from: readonly number[],
  to: (typeof STATUS)["chargeback" | "issueResolved"],
  text: string,
): Result<SmartTransaction> {
  const found = findSmart(core, smartId);
  if (!found.ok) return found;
  const [original, ...subs] = paymentsOf(core, found.value);
  if (!original || !from.includes(original.simple)) return refuse("wrongState", `no ${text} in this status`);
  const next = saveSmart(core, found.value, {}, "operator", text);
  for (const sub of subs) if (from.includes(sub.simple)) movePayment(core, sub, to);
  movePayment(core, original, to);
  return ok(next);
}

/** Someone refunds in the payment provider's back office instead of the shop (cents; all by default). */
export function refundAtPsp(core: Core, smartId: string, amount?: number): Result<SmartTransaction> {
  const found = findSmart(core, smartId);
  if (!found.ok) return found;
  const original = paymentsOf(core, found.value)[0];
  if (!original) return refuse("wrongState", "there is no payment");
  const limit = amount === undefined ? {} : { reduce_amount_by: amount };
  const cancelled = cancelPayment(core, original.id, { ...limit, by: "operator" });
  if (!cancelled.ok) return cancelled;
  return findSmart(core, smartId);
}

/** Ends the extra check of a pending payment; an unpaid prepayment can be given up by `deny`. */
export function decideCheck(
  core: Core,
  smartId: string,
  result: "approve" | "deny",
): Result<SmartTransaction> {
  const found = findSmart(core, smartId);
  if (!found.ok) return found;
  const smart = found.value;
  const original = paymentsOf(core, smart)[0];
  if (!original || smart.status !== "pending") return refuse("wrongState", "no check is pending");
  if (result === "deny") {
    const next = saveSmart(core, smart, { status: "failed" }, "operator", "denied");
    for (const sub of leafPayments(core, smart))
      if (sub.id !== original.id) movePayment(core, sub, STATUS.denied);
    movePayment(core, original, STATUS.denied);
    return ok(next);
  }
  if (original.method === "prepaid")
    return refuse("wrongState", "a prepayment waits for its money, not for a check");
  accept(core, original, "check approved");
  return findSmart(core, smartId);
}
