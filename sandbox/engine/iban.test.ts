import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHOICES } from "../choices";
import { isValidIban, maskIban } from "./iban";

describe("IBAN", () => {
  it.each([
    "DE35500105175418493188",
    "DE38 9999 9998 0000 0012 34",
    "at611904300234573201",
    "NL91ABNA0417164300",
  ])("%s is good", (iban) => expect(isValidIban(iban)).toBe(true));

  it.each(["", "DE35500105175418493189", "DE3550010517541849318", "XX00", "DE35'; DROP"])(
    "%s is not",
    (iban) => expect(isValidIban(iban)).toBe(false),
  );

  it("notices any one wrong digit", () => {
    const good = "DE35500105175418493188";
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 21 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const digit = (Number(good[at]) + by) % 10;
        expect(isValidIban(good.slice(0, at) + digit + good.slice(at + 1))).toBe(false);
      }),
    );
  });

  it("the sandbox's own account has right check digits", () => {
    const { iban, owner } = CHOICES.transferAccount.value;
    expect(isValidIban(iban)).toBe(true);
    expect(owner.length).toBeLessThanOrEqual(70);
    expect(maskIban(iban)).toBe("DE90XXXXXXXXXXXXXX4711");
  });
});
