import { describe, expect, it } from "vitest";
import type { AttemptState, OrderState } from "@/lib/db/schema";
import { cents } from "@/lib/money";
import { situationOf, wordsFor } from "@/lib/orders/admin-situation";
import { isBlocked, mayShip } from "@/lib/orders/ship-rule";
import { buyerWords } from "@/lib/orders/situation";

const facts = (state: OrderState, received = 0, refunded = 0) => ({
  state,
  total: cents(1500),
  received: cents(received),
  refunded: cents(refunded),
  reduced: cents(0),
  cancelRequestedAt: null as Date | null,
});
const attempt = (state: AttemptState, method = "prepaid") => ({ state, method });

describe("situationOf", () => {
  it.each([
    [facts("open"), null, "payment_not_started", "wait"],
    [facts("open"), attempt("new"), "payment_not_started", "wait"],
    [facts("open"), attempt("created"), "buyer_paying", "wait"],
    [facts("open"), attempt("approved", "debit"), "authorised", "act"],
    [facts("open"), attempt("pending"), "awaiting_transfer", "wait"],
    [facts("open"), attempt("pending", "debit"), "payment_checked", "wait"],
    [facts("open"), attempt("failed"), "payment_failed", "bad"],
    [facts("confirmed"), attempt("accepted", "invoice"), "to_ship_unpaid", "act"],
    [facts("confirmed", 1499), attempt("accepted"), "to_ship_unpaid", "act"],
    [facts("confirmed", 1500), attempt("accepted"), "to_ship_paid", "act"],
    [facts("shipped"), attempt("accepted", "invoice"), "shipped_unpaid", "wait"],
    [facts("shipped", 1500, 500), attempt("accepted"), "shipped_paid", "good"],
    [facts("shipped", 1500, 1500), attempt("refunded"), "refunded", "good"],
    [facts("cancelled"), attempt("cancelled"), "cancelled", "bad"],
    [facts("expired"), attempt("failed"), "expired", "bad"],
    [{ ...facts("shipped", 1000), reduced: cents(500) }, attempt("accepted"), "shipped_paid", "good"],
    [{ ...facts("shipped"), reduced: cents(1500) }, attempt("refunded"), "cancelled", "bad"],
    [
      { ...facts("confirmed", 1500), cancelRequestedAt: new Date() },
      attempt("accepted"),
      "cancelling",
      "wait",
    ],
  ] as const)("%o with %o is %s", (order, tried, situation, tone) => {
    expect(situationOf(order, tried)).toEqual({ situation, tone });
  });
});

describe("mayShip", () => {
  it("asks for an accepted payment that nothing stands against", () => {
    expect(mayShip({ state: "confirmed", flag: null, cancelRequestedAt: null })).toBe(true);
    expect(mayShip({ state: "confirmed", flag: "second_payment", cancelRequestedAt: null })).toBe(true);
    expect(mayShip({ state: "confirmed", flag: "charge_back", cancelRequestedAt: null })).toBe(false);
    expect(mayShip({ state: "open", flag: null, cancelRequestedAt: null })).toBe(false);
    expect(mayShip({ state: "shipped", flag: null, cancelRequestedAt: null })).toBe(false);
    expect(mayShip({ state: "confirmed", flag: null, cancelRequestedAt: new Date() })).toBe(false);
    expect(isBlocked({ flag: "amount_mismatch" })).toBe(true);
  });
});

describe("an order that is fetched", () => {
  it("has words of its own for ready and gone goods, and the common ones for everything else", () => {
    expect(wordsFor("to_ship_paid", "collection")).toBe("to_collect_paid");
    expect(wordsFor("shipped_unpaid", "collection")).toBe("collected_unpaid");
    expect(wordsFor("awaiting_transfer", "collection")).toBe("awaiting_transfer");
    expect(wordsFor("to_ship_paid", "shipping")).toBe("to_ship_paid");
    expect(buyerWords("accepted_paid", "collection")).toBe("ready_paid");
    expect(buyerWords("shipped_paid", "collection")).toBe("collected_paid");
    expect(buyerWords("refunded", "collection")).toBe("refunded");
    expect(buyerWords("shipped_paid", "shipping")).toBe("shipped_paid");
  });
});
