import { describe, expect, it } from "vitest";
import { ibanProblem, ibanProblemSoFar } from "@/lib/girocode/sepa-iban";

const german = "DE35500105175418493188";

describe("ibanProblem", () => {
  it.each([
    [german, null],
    ["de35 5001 0517 5418 4931 88", null],
    ["AT61 1904 3002 3457 3201", null],
    ["", "iban_missing"],
    ["  ", "iban_missing"],
    ["DE35500105175418493189", "iban_invalid"],
    ["DE3550010517541849318", "iban_invalid"],
    ["DE53500105175418493188", "iban_invalid"],
    ["1234567890", "iban_invalid"],
    ["US35500105175418493188", "iban_not_sepa"],
    ["BR1500000000000010932840814P2", "iban_not_sepa"],
  ])("%s: %s", (text, problem) => {
    expect(ibanProblem(text)).toBe(problem);
  });

  it("notices every single wrong digit", () => {
    for (let at = 2; at < german.length; at++) {
      const digit = (Number(german[at]) + 1) % 10;
      expect(ibanProblem(german.slice(0, at) + digit + german.slice(at + 1))).toBe("iban_invalid");
    }
  });
});

describe("ibanProblemSoFar", () => {
  it("leaves a right one alone from the first letter to the last", () => {
    for (let length = 0; length <= german.length; length++) {
      expect(ibanProblemSoFar(german.slice(0, length))).toBeNull();
    }
  });

  it.each([
    ["X", null],
    ["XX", "iban_not_sepa"],
    ["12", "iban_invalid"],
    ["DEX", "iban_invalid"],
    ["DE3550010517541849318", null],
    ["DE35500105175418493189", "iban_invalid"],
    [`${german}1`, "iban_invalid"],
  ])("%s: %s", (text, problem) => {
    expect(ibanProblemSoFar(text)).toBe(problem);
  });
});
