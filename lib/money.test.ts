import { describe, expect, it } from "vitest";
import { cents, euroAmount, formatCents, parseCents, vatIncluded } from "@/lib/money";

describe("money", () => {
  it("refuses fractions of a cent", () => {
    expect(() => cents(0.5)).toThrow(RangeError);
    expect(() => cents(Number.NaN)).toThrow(RangeError);
  });

  it.each([
    ["12,50", 1250],
    ["12.5", 1250],
    [" 7 € ", 700],
    ["0,01", 1],
    ["1.005", null],
    ["12,", null],
    ["-3", null],
    ["zwölf", null],
  ])("reads %j as %j", (text, expected) => expect(parseCents(text)).toBe(expected));

  it("formats without floats", () => {
    expect(formatCents(cents(123456), "de")).toBe("1.234,56\u00a0€");
    expect(formatCents(cents(5), "en")).toBe("€0.05");
    expect(formatCents(cents(-500), "de")).toBe("-5,00\u00a0€");
  });

  it.each([
    [1190, 19, 190],
    [1999, 19, 319],
    [1070, 7, 70],
    [100, 0, 0],
    [-500, 19, -80],
  ] as const)("finds the VAT in %i cents at %i %%", (gross, percent, vat) =>
    expect(vatIncluded(cents(gross), percent)).toBe(vat),
  );
});

describe("euroAmount", () => {
  it.each([
    [1999, "19.99"],
    [5, "0.05"],
    [-5, "-0.05"],
    [100000, "1000.00"],
  ])("%i → %s", (amount, text) => {
    expect(euroAmount(cents(amount))).toBe(text);
  });
});
