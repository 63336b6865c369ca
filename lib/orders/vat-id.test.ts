import { describe, expect, it } from "vitest";
import { isVatId, plainVatId } from "@/lib/orders/vat-id";

describe("VAT identification numbers", () => {
  it.each(["DE136695976", " de 136 695 976 ", "ATU13585627", "DE-136.695.976"])("takes %j", (typed) => {
    expect(isVatId(typed)).toBe(true);
  });

  it.each([
    "DE136695977",
    "ATU13585626",
    "136695976",
    "DE",
    "US123456789",
    "GB980780684",
    "D".repeat(5000),
    "",
  ])("refuses %j", (typed) => {
    expect(isVatId(typed)).toBe(false);
  });

  it("is kept without blanks", () => {
    expect(plainVatId(" de 136 695-976 ")).toBe("DE136695976");
  });
});
