import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents } from "@/lib/money";
import { type GirocodeInput, girocodePayload } from "./payload";

const transfer: GirocodeInput = {
  owner: "secupay AG",
  iban: "DE90 9999 9999 0000 0047 11",
  bic: "TESTDEFFXXX",
  purpose: "TA 110090565",
  amount: cents(8390),
  currency: "EUR",
};

describe("girocodePayload", () => {
  it("writes the documented example", () => {
    const example = JSON.parse(readFileSync("docs/secuconnect/examples/epc-qr-payload.json", "utf8"));
    expect(girocodePayload(transfer)).toEqual({ ok: true, payload: example.payload });
  });

  it.each([
    [1, "EUR0.01"],
    [99_999, "EUR999.99"],
    [100_000, "EUR1000.00"],
    [12_345_678, "EUR123456.78"],
    [99_999_999_999, "EUR999999999.99"],
  ])("writes %i cents as %s", (amount, text) => {
    expect(girocodePayload({ ...transfer, amount: cents(amount) })).toEqual({
      ok: true,
      payload: `BCD\n002\n1\nSCT\nTESTDEFFXXX\nsecupay AG\nDE90999999990000004711\n${text}\n\n\nTA 110090565`,
    });
  });

  it("leaves the line of a missing BIC empty", () => {
    const result = girocodePayload({ ...transfer, bic: "" });
    expect(result.ok && result.payload.split("\n").slice(3, 6)).toEqual(["SCT", "", "secupay AG"]);
  });

  const refused: [string, Partial<GirocodeInput>, string][] = [
    ["another currency", { currency: "CHF" }, "currency"],
    ["nothing", { amount: cents(0) }, "amount"],
    ["a refund", { amount: cents(-1) }, "amount"],
    ["a billion", { amount: cents(100_000_000_000) }, "amount"],
    ["a wrong check digit", { iban: "DE91999999990000004711" }, "iban"],
    ["a short BIC", { bic: "TESTDEFFX" }, "bic"],
    ["no owner", { owner: " " }, "owner"],
    ["a long owner", { owner: "x".repeat(71) }, "owner"],
    ["an owner of two lines", { owner: "secupay\nAG" }, "owner"],
    ["no purpose", { purpose: "" }, "purpose"],
    ["a long purpose", { purpose: "x".repeat(141) }, "purpose"],
    ["a purpose with a line break", { purpose: "TA\r1" }, "purpose"],
    ["more bytes than fit", { owner: "ü".repeat(70), purpose: "ü".repeat(140) }, "size"],
  ];

  it.each(refused)("refuses %s", (_, part, reason) => {
    expect(girocodePayload({ ...transfer, ...part })).toEqual({ ok: false, reason });
  });

  it("takes owner and purpose of full length", () => {
    const longest = { ...transfer, owner: "x".repeat(70), purpose: "y".repeat(140) };
    expect(girocodePayload(longest).ok).toBe(true);
  });

  it("always has eleven lines within 331 bytes, with the amount exactly", () => {
    const input = fc.record({
      owner: fc.string({ unit: "grapheme", maxLength: 80 }),
      purpose: fc.string({ unit: "grapheme", maxLength: 150 }),
      amount: fc.integer({ min: -10, max: 100_000_000_010 }).map(cents),
      bic: fc.constantFrom("TESTDEFF", "TESTDEFFXXX", "", "testdeff"),
    });
    fc.assert(
      fc.property(input, (part) => {
        const result = girocodePayload({ ...transfer, ...part });
        if (!result.ok) return;
        const lines = result.payload.split("\n");
        expect(lines).toHaveLength(11);
        expect([lines[4], lines[5], lines[10]]).toEqual([part.bic, part.owner, part.purpose]);
        expect(lines[7]).toMatch(/^EUR(0|[1-9]\d{0,8})\.\d\d$/);
        expect(BigInt(lines[7]?.replace(/\D/g, "") ?? "")).toBe(BigInt(part.amount));
        expect(Buffer.byteLength(result.payload)).toBeLessThanOrEqual(331);
      }),
      { numRuns: 500 },
    );
  });
});
