import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupIban, isValidIban } from "./iban";

describe("isValidIban", () => {
  it.each([
    "DE89370400440532013000",
    "DE90999999990000004711",
    "de89 3704 0044 0532 0130 00",
    "AT611904300234573201",
    "GB82WEST12345698765432",
    "NO9386011117947",
  ])("takes %s", (iban) => expect(isValidIban(iban)).toBe(true));

  it.each([
    "",
    "DE88370400440532013000",
    "DE8937040044053201300",
    "D!89370400440532013000",
    "8937040044053201",
  ])("refuses %s", (iban) => expect(isValidIban(iban)).toBe(false));

  it("finds every single wrong digit", () => {
    const iban = "DE89370400440532013000";
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 21 }), fc.integer({ min: 1, max: 9 }), (place, by) => {
        const digit = (Number(iban[place]) + by) % 10;
        return !isValidIban(iban.slice(0, place) + digit + iban.slice(place + 1));
      }),
    );
  });
});

it("groups for the eye", () => {
  expect(groupIban("DE89370400440532013000")).toBe("DE89 3704 0044 0532 0130 00");
  expect(groupIban("NO93 86011117947")).toBe("NO93 8601 1117 947");
  expect(groupIban("AT611904300234573201")).toBe("AT61 1904 3002 3457 3201");
});
