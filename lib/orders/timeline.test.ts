import { describe, expect, it } from "vitest";
import { cents } from "@/lib/money";
import { orderSteps } from "@/lib/orders/timeline";

const at = (day: number) => new Date(Date.UTC(2026, 10, day));
const order = {
  state: "open" as const,
  delivery: "shipping" as const,
  placedAt: at(1),
  confirmedAt: null,
  shippedAt: null,
  cancelRequestedAt: null,
  total: cents(1480),
  reduced: cents(0),
  received: cents(0),
  refunded: cents(0),
};
const paid = { ...order, state: "confirmed" as const, confirmedAt: at(3), received: cents(1480) };
const received = [{ kind: "received" as const, at: at(3) }];
const told = (...given: Parameters<typeof orderSteps>) =>
  orderSteps(...given).map(({ kind, at: moment, done }) => `${kind} ${done ? moment?.getUTCDate() : "-"}`);

describe("an order's steps", () => {
  it("in advance: money first, then the parcel", () => {
    expect(told(order, { method: "prepaid" }, [])).toEqual(["placed 1", "paid -", "shipped -"]);
    expect(told(paid, { method: "prepaid" }, received)).toEqual(["placed 1", "paid 3", "shipped -"]);
    const sent = { ...paid, state: "shipped" as const, shippedAt: at(4), delivery: "collection" as const };
    expect(told(sent, { method: "prepaid" }, received)).toEqual(["placed 1", "paid 3", "collected 4"]);
  });

  it("on invoice: the parcel first", () => {
    const accepted = { ...order, state: "confirmed" as const, confirmedAt: at(1) };
    expect(told(accepted, { method: "invoice" }, [])).toEqual([
      "placed 1",
      "accepted 1",
      "shipped -",
      "paid -",
    ]);
  });

  it("called off: nothing is ahead any more, and what came back is said", () => {
    expect(told({ ...order, state: "expired" }, { method: "prepaid" }, [])).toEqual([
      "placed 1",
      "expired undefined",
    ]);
    const cancelled = {
      ...paid,
      state: "cancelled" as const,
      cancelRequestedAt: at(5),
      refunded: cents(1480),
    };
    const money = [...received, { kind: "refunded" as const, at: at(6) }];
    expect(told(cancelled, { method: "prepaid" }, money)).toEqual([
      "placed 1",
      "paid 3",
      "cancelled 5",
      "refunded 6",
    ]);
  });
});
