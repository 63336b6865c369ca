import { describe, expect, it } from "vitest";
import { fieldErrors } from "@/lib/actions/shop-action";
import { linkSchema } from "./link-schema";

const amount = { what: "amount", text: " Gravur ", amount: "119", vat: "19", language: "de", method: "" };
const items = { what: "items", text: "Wunsch", language: "en", "item-1": "PEN-1", "quantity-1": "2" };

const parse = (form: Record<string, string | undefined>) => {
  const parsed = linkSchema.safeParse(form);
  return parsed.success ? parsed.data : fieldErrors(parsed.error);
};

describe("linkSchema", () => {
  it("reads an amount, and articles with the same one added up", () => {
    expect(parse({ ...amount, expires: "2026-12-24" })).toEqual({
      locale: "de",
      text: "Gravur",
      expiresAt: new Date("2026-12-24T23:00:00Z"),
      method: null,
      content: { kind: "amount", amount: 11_900, vatPercent: 19 },
    });
    expect(parse({ ...items, "item-3": "PEN-1", "quantity-3": "" })).toMatchObject({
      content: { kind: "items", items: [{ sku: "PEN-1", quantity: 3 }] },
    });
  });

  it("tells all mistakes at once", () => {
    expect(
      parse({ ...amount, text: " ", amount: "-5", vat: "16", method: "cash", expires: "morgen" }),
    ).toEqual({
      text: "required",
      amount: "amount",
      vat: "choose",
      method: "choose",
      expires: "date",
    });
  });

  it.each([
    [{ ...amount, amount: "0" }, { amount: "amount_zero" }],
    [{ ...amount, amount: "999999999" }, { amount: "amount_high" }],
    [{ ...amount, text: "x".repeat(101) }, { text: "too_long_100" }],
    [{ ...items, "item-1": "" }, { "item-1": "no_items" }],
    [{ ...items, "item-1": "' or 1=1" }, { "item-1": "choose" }],
    [{ ...items, "quantity-1": "1.5" }, { "quantity-1": "pieces" }],
    [{ ...items, "quantity-1": "100" }, { "quantity-1": "pieces" }],
    [{ ...items, "item-2": "PEN-1", "quantity-2": "98" }, { "quantity-2": "pieces" }],
  ])("complains about %o", (form, errors) => expect(parse(form)).toEqual(errors));
});
