import { describe, expect, it } from "vitest";
import { fieldErrors } from "@/lib/actions/shop-action";
import { refundSchema } from "./refund-schema";

const base = {
  orderId: "8a6e0804-2bd0-4672-b79d-d97027f9071a",
  seen: "0",
  what: "amount",
  amount: "12,50",
  reason: " Rückgabe ",
  confirm: "on",
  "line-0": "2",
  "line-1": "0",
};
const parse = (over: Record<string, string | undefined>) => {
  const parsed = refundSchema.safeParse({ ...base, ...over });
  return parsed.success ? parsed.data : fieldErrors(parsed.error);
};

describe("refundSchema", () => {
  it("reads amount, lines or everything, and only what was chosen counts", () => {
    expect(parse({})).toMatchObject({
      seen: 0,
      reason: "Rückgabe",
      what: { kind: "amount", amount: 1250 },
    });
    expect(parse({ what: "lines", amount: "nonsense" })).toMatchObject({
      what: { kind: "lines", lines: [{ position: 0, quantity: 2 }] },
    });
    expect(parse({ what: "all", amount: "x", "line-0": "y" })).toMatchObject({ what: { kind: "all" } });
  });

  it.each(["", "zwölf", "12,505", "1.200,00", "-5", "1e3", "٣"])(
    "does not take %o as an amount",
    (amount) => {
      expect(parse({ amount })).toEqual({ amount: "amount" });
    },
  );

  it.each([
    [{ amount: "0,00" }, { amount: "amount_zero" }],
    [{ confirm: undefined }, { confirm: "confirm" }],
    [{ what: undefined }, { what: "required" }],
    [{ reason: "x".repeat(101) }, { reason: "reason_long" }],
    [{ what: "lines", "line-0": "zwei" }, { "line-0": "invalid" }],
    [{ what: "lines", "line-0": "" }, { what: "no_lines" }],
  ])("complains about %o at its field", (over, errors) => {
    expect(parse(over)).toEqual(errors);
  });
});
