import { describe, expect, it } from "vitest";
import {
  cardNumberOk,
  cardProblems,
  customerProblems,
  debitProblems,
  ibanProblem,
  maskCard,
} from "./validate";

const NOW = Date.UTC(2026, 7, 31, 23);
const CARD = { owner: "Erika Beispiel", number: "4111 1111 1111 1111", expiry: "12/28", code: "123" };

describe("cards", () => {
  it.each([
    ["4111 1111 1111 1111", true],
    ["4000000000000002", true],
    ["4000-0000-0000-3220", true],
    ["378282246310005", true],
    ["4111 1111 1111 1112", false],
    ["4111", false],
    ["4111 1111 1111 111x", false],
  ])("%s → %s", (number, expected) => {
    expect(cardNumberOk(number)).toBe(expected);
  });

  it("accepts a right card", () => {
    expect(cardProblems(CARD, NOW)).toEqual({});
  });

  it("names each wrong field", () => {
    expect(cardProblems({ number: "1", expiry: "13/30", code: "12" }, NOW)).toEqual({
      owner: "required",
      number: "cardNumber",
      expiry: "cardExpiry",
      code: "cardCode",
    });
  });

  it("is valid to the end of its month", () => {
    expect(cardProblems({ ...CARD, expiry: "08/26" }, NOW)).toEqual({});
    expect(cardProblems({ ...CARD, expiry: "07/2026" }, NOW)).toEqual({ expiry: "cardExpired" });
  });

  it("asks American Express for four digits", () => {
    expect(cardProblems({ ...CARD, number: "378282246310005" }, NOW)).toEqual({ code: "cardCode" });
  });

  it("keeps the first six and the last four digits", () => {
    expect(maskCard("4000 0000 0000 3220")).toBe("400000XXXXXX3220");
  });
});

describe("IBAN", () => {
  it.each([
    ["DE35500105175418493188", null],
    ["de35 5001 0517 5418 4931 88", null],
    ["DE35500105175418493189", "iban"],
    ["DE3550010517541849318", "ibanCountry"],
    ["NL91ABNA0417164300", null],
    ["", "required"],
    ["4711", "iban"],
  ])("%s → %s", (iban, problem) => {
    expect(ibanProblem(iban)).toBe(problem);
  });

  it("a direct debit needs the mandate", () => {
    const form = { owner: "Erika Beispiel", iban: "DE35500105175418493188" };
    expect(debitProblems(form)).toEqual({ mandate: "mandate" });
    expect(debitProblems({ ...form, mandate: "yes" })).toEqual({});
  });
});

describe("customer", () => {
  const shown = ["surname", "email", "postal_code", "country"] as const;

  it("checks the postal code by country", () => {
    const form = { surname: "B", email: "b@example.org", postal_code: "1010", country: "AT" };
    expect(customerProblems(form, shown, shown)).toEqual({});
    expect(customerProblems({ ...form, country: "DE" }, shown, shown)).toEqual({ postal_code: "postalCode" });
  });

  it("names missing and malformed fields", () => {
    const form = { surname: "x".repeat(51), email: "b@example", postal_code: "", country: "DE" };
    expect(customerProblems(form, shown, shown)).toEqual({
      surname: "tooLong",
      email: "email",
      postal_code: "required",
    });
  });
});
