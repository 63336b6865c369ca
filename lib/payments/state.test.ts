import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AttemptState, attemptState } from "@/lib/db/schema";
import { nextState, type SeenStatus, signalOf } from "@/lib/payments/state";

const states = attemptState.enumValues;
type Row = Record<AttemptState, AttemptState>;

/** For every state: where a look that shows this signal leads. Written out by hand, as the documents have it. */
const table: Record<string, { seen: SeenStatus; next: Row }> = {
  created: {
    seen: { smart: "created", simple: null },
    next: {
      new: "created",
      created: "created",
      approved: "approved",
      pending: "pending",
      accepted: "accepted",
      issue: "issue",
      refunded: "refunded",
      failed: "failed",
      cancelled: "cancelled",
    },
  },
  approved: {
    seen: { smart: "approved", simple: 2 },
    next: {
      new: "approved",
      created: "approved",
      approved: "approved",
      pending: "pending",
      accepted: "accepted",
      issue: "issue",
      refunded: "refunded",
      failed: "approved",
      cancelled: "cancelled",
    },
  },
  pending: {
    seen: { smart: "pending", simple: 10 },
    next: {
      new: "pending",
      created: "pending",
      approved: "pending",
      pending: "pending",
      accepted: "accepted",
      issue: "issue",
      refunded: "refunded",
      failed: "pending",
      cancelled: "cancelled",
    },
  },
  accepted: {
    seen: { smart: "ok", simple: 1 },
    next: {
      new: "accepted",
      created: "accepted",
      approved: "accepted",
      pending: "accepted",
      accepted: "accepted",
      issue: "accepted",
      refunded: "refunded",
      failed: "accepted",
      cancelled: "accepted",
    },
  },
  issue: {
    seen: { smart: "ok", simple: 4 },
    next: {
      new: "issue",
      created: "issue",
      approved: "issue",
      pending: "issue",
      accepted: "issue",
      issue: "issue",
      refunded: "refunded",
      failed: "issue",
      cancelled: "issue",
    },
  },
  failed: {
    seen: { smart: "failed", simple: 3 },
    next: {
      new: "failed",
      created: "failed",
      approved: "failed",
      pending: "failed",
      accepted: "accepted",
      issue: "issue",
      refunded: "refunded",
      failed: "failed",
      cancelled: "cancelled",
    },
  },
  void: {
    seen: { smart: "cancelled", simple: 5 },
    next: {
      new: "cancelled",
      created: "cancelled",
      approved: "cancelled",
      pending: "cancelled",
      accepted: "refunded",
      issue: "refunded",
      refunded: "refunded",
      failed: "cancelled",
      cancelled: "cancelled",
    },
  },
  unknown: {
    seen: { smart: "something_new", simple: 77 },
    next: {
      new: "new",
      created: "created",
      approved: "approved",
      pending: "pending",
      accepted: "accepted",
      issue: "issue",
      refunded: "refunded",
      failed: "failed",
      cancelled: "cancelled",
    },
  },
};

describe("nextState", () => {
  const pairs = Object.entries(table).flatMap(([name, { seen, next }]) =>
    states.map((from) => [from, name, seen, next[from]] as const),
  );
  it.each(pairs)("%s, seeing %s", (from, _name, seen, to) => expect(nextState(from, seen)).toBe(to));

  it("never leaves a money state for one before money, whatever it sees in whatever order", () => {
    const seen = fc.record({
      smart: fc.constantFrom(
        "created",
        "processing",
        "approved",
        "pending",
        "ok",
        "received",
        "collection",
        "shipped",
        "failed",
        "cancelled",
        "aborted",
        "?",
      ),
      simple: fc.option(fc.constantFrom(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 99, 123), {
        nil: null,
      }),
    });
    fc.assert(
      fc.property(fc.constantFrom(...states), fc.array(seen, { maxLength: 20 }), (start, looks) => {
        let state: AttemptState = start;
        let hadMoney = false;
        for (const look of looks) {
          state = nextState(state, look);
          hadMoney ||= state === "accepted";
          if (hadMoney) expect(["accepted", "issue", "refunded"]).toContain(state);
        }
      }),
    );
  });
});

describe("signalOf", () => {
  it.each([
    ["an invoice that waits for shipment may be delivered", { smart: "ok", simple: 14 }, "accepted"],
    ["all three accepted statuses count", { smart: "collection", simple: 1 }, "accepted"],
    ["an advance payment waits under 2 as under 10", { smart: "pending", simple: 2 }, "pending"],
    ["a refused first card does not end the pay page", { smart: "created", simple: 3 }, "waiting_for_buyer"],
    ["a charge-back speaks louder than ok", { smart: "ok", simple: 4 }, "issue"],
    ["ok with a check outstanding waits", { smart: "ok", simple: 10 }, "pending"],
    ["a void payment under ok is void", { smart: "ok", simple: 5 }, "void"],
    ["aborted is void", { smart: "aborted", simple: null }, "void"],
    ["an unknown simple status never delivers", { smart: "ok", simple: 42 }, "unknown"],
    ["an unknown smart status never delivers", { smart: "splendid", simple: 1 }, "unknown"],
  ] as const)("%s", (_name, seen, signal) => expect(signalOf(seen)).toBe(signal));
});
