import { describe, expect, it } from "vitest";
import { fieldErrors } from "@/lib/actions/shop-action";
import { addForm, couponForm, quantityForm, type removeForm } from "@/lib/basket/forms";

function errorsOf(result: ReturnType<(typeof addForm | typeof couponForm | typeof removeForm)["safeParse"]>) {
  return result.success ? {} : fieldErrors(result.error);
}

describe("the form that adds to the basket", () => {
  it("reads the fields", () => {
    expect(addForm.parse({ sku: "KU-8050", quantity: " 2 ", locale: "en", noscript: "1" })).toEqual({
      sku: "KU-8050",
      quantity: 2,
      locale: "en",
      noscript: true,
    });
  });

  it.each([
    ["0", "minimum"],
    ["-1", "minimum"],
    ["100", "too_many"],
    ["1000000000", "too_many"],
    ["1e9", "number"],
    ["1.5", "number"],
    ["zwei", "number"],
    ["", "number"],
    ["9".repeat(400), "number"],
  ])("answers the quantity %j with %s", (quantity, key) => {
    expect(errorsOf(addForm.safeParse({ sku: "PEN", quantity, locale: "de" }))).toEqual({ quantity: key });
  });

  it("names a missing quantity and an impossible article", () => {
    expect(errorsOf(addForm.safeParse({ sku: "../etc", locale: "de" }))).toEqual({
      sku: "unknown_product",
      quantity: "number",
    });
  });

  it("falls back to German for a forged locale", () => {
    expect(addForm.parse({ sku: "PEN", quantity: "1", locale: "//evil" }).locale).toBe("de");
  });
});

describe("the form that sets a quantity", () => {
  const typed = (quantity: string, step?: string) =>
    quantityForm.safeParse({ sku: "PEN", quantity, locale: "de", ...(step && { step }) });

  it("counts a step from what stands in the field", () => {
    expect(typed("3", "1").data).toMatchObject({ quantity: 4 });
    expect(typed("3", "-1").data).toMatchObject({ quantity: 2 });
    expect(typed("3", "50").data).toMatchObject({ quantity: 3 });
  });

  it("stays between 1 and 99 with steps too", () => {
    expect(typed("1", "-1").error?.issues[0]?.message).toBe("minimum");
    expect(typed("99", "1").error?.issues[0]?.message).toBe("too_many");
    expect(typed("drei", "1").error?.issues[0]?.message).toBe("number");
  });
});

describe("the coupon form", () => {
  it("does not mind small letters and blanks", () => {
    expect(couponForm.parse({ code: " gruss5 ", locale: "de" }).code).toBe("GRUSS5");
  });

  it("tells nothing typed from nothing known", () => {
    expect(errorsOf(couponForm.safeParse({ code: "  ", locale: "de" }))).toEqual({ code: "coupon_missing" });
    expect(errorsOf(couponForm.safeParse({ code: "x'; --", locale: "de" }))).toEqual({
      code: "coupon_unknown",
    });
  });
});
