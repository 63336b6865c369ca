import type { AttemptState } from "@/lib/db/schema";

/** What secuconnect says of a payment: the Smart Transaction's status and the payment's simple status, if one exists yet. */
export type SeenStatus = { smart: string; simple: number | null };

/** What that means, whatever the shop knew before. `unknown`: do not deliver, look again later. */
export type Signal =
  | "waiting_for_buyer"
  | "approved"
  | "pending"
  | "accepted"
  | "issue"
  | "failed"
  | "void"
  | "unknown";

const smartSignals: Record<string, Signal> = {
  created: "waiting_for_buyer",
  processing: "waiting_for_buyer",
  approved: "approved",
  pending: "pending",
  ok: "accepted",
  received: "accepted",
  collection: "accepted",
  shipped: "accepted",
  collected: "accepted",
  failed: "failed",
  cancelled: "void",
  canceled: "void",
  aborted: "void",
};

/** Simple statuses that say more than the Smart Transaction does; 0, 8 and 99 are its beginning and say nothing (api.md 14.1). */
const simpleSignals: Record<number, Signal> = {
  1: "accepted",
  3: "failed",
  4: "issue",
  5: "void",
  6: "accepted",
  7: "accepted",
  9: "accepted",
  10: "pending",
  13: "pending",
  14: "accepted",
};

/**
 * Reads one meaning out of both statuses (api.md 10.1, 14.1). An advance payment waits in 2 or 10 (api.md 27 no. 8),
 * and an older attempt's refusal says nothing while the buyer is still on the pay page.
 */
export function signalOf(seen: SeenStatus): Signal {
  const smart = smartSignals[seen.smart] ?? "unknown";
  if (seen.simple === null || [0, 2, 8, 99].includes(seen.simple)) return smart;
  const simple = simpleSignals[seen.simple] ?? "unknown";
  if (smart === "unknown" || simple === "unknown") return "unknown";
  if (smart === "waiting_for_buyer" && simple !== "accepted") return smart;
  if (smart === "void" && (simple === "pending" || simple === "failed")) return "void";
  if (smart === "approved" && simple === "pending") return "pending";
  return simple;
}

/** Where each state may go. A failed or cancelled attempt still opens up when money comes after all. */
const ways: Record<AttemptState, readonly AttemptState[]> = {
  new: ["created", "approved", "pending", "accepted", "issue", "refunded", "failed", "cancelled"],
  created: ["approved", "pending", "accepted", "issue", "refunded", "failed", "cancelled"],
  approved: ["pending", "accepted", "issue", "refunded", "failed", "cancelled"],
  pending: ["accepted", "issue", "refunded", "failed", "cancelled"],
  failed: ["approved", "pending", "accepted", "issue", "refunded", "cancelled"],
  cancelled: ["accepted", "issue"],
  accepted: ["issue", "refunded"],
  issue: ["accepted", "refunded"],
  refunded: [],
};

function wanted(current: AttemptState, signal: Signal): AttemptState | null {
  switch (signal) {
    case "waiting_for_buyer":
      return "created";
    case "void":
      return current === "accepted" || current === "issue" ? "refunded" : "cancelled";
    case "unknown":
      return null;
    default:
      return signal;
  }
}

/**
 * The attempt's next state after a look at secuconnect. Pure, forward-only: what is not allowed from the current
 * state (a late or stale answer) changes nothing, and an unknown status never means success.
 */
export function nextState(current: AttemptState, seen: SeenStatus): AttemptState {
  const target = wanted(current, signalOf(seen));
  return target !== null && ways[current].includes(target) ? target : current;
}

/** Attempts in these states may still become a payment by themselves; at most one of them per order. */
export const openStates = [
  "new",
  "created",
  "approved",
  "pending",
] as const satisfies readonly AttemptState[];

/** Whether the attempt may still become a payment. */
export function isOpen(state: AttemptState): boolean {
  return (openStates as readonly AttemptState[]).includes(state);
}
