import fc from "fast-check";
import jsQR from "jsqr";
import { describe, expect, it } from "vitest";
import { cents } from "@/lib/money";
import { girocodePayload } from "./payload";
import { type QrSymbol, qrSymbol } from "./svg";

const transfer = {
  owner: "secupay AG",
  iban: "DE90999999990000004711",
  bic: "TESTDEFFXXX",
  purpose: "TA 110090565",
  amount: cents(8390),
  currency: "EUR",
};

/** Paints the path as a browser does, `scale` pixels to a unit, and reads it with an independent decoder. */
function decode({ size, path }: QrSymbol, scale = 4) {
  const width = size * scale;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++) {
      const begin = row * width + Number(x) * scale;
      for (let at = begin; at < begin + Number(length) * scale; at++) pixels.fill(0, at * 4, at * 4 + 3);
    }
  }
  const found = jsQR(pixels, width, width, { inversionAttempts: "dontInvert" });
  return (
    found && { text: new TextDecoder().decode(new Uint8Array(found.binaryData)), version: found.version }
  );
}

function payloadOf(part: Partial<typeof transfer>): string {
  const result = girocodePayload({ ...transfer, ...part });
  if (!result.ok) throw new Error(result.reason);
  return result.payload;
}

describe("qrSymbol", () => {
  it.each([1, 99_999, 100_000, 12_345_678])("is read back with %i cents", (amount) => {
    const payload = payloadOf({ amount: cents(amount) });
    expect(decode(qrSymbol(payload))?.text).toBe(payload);
  });

  it("is read back with umlauts", () => {
    const payload = payloadOf({ owner: "Zahlstelle Süd & Töchter", purpose: "TA 1 für Größe" });
    expect(decode(qrSymbol(payload))?.text).toBe(payload);
  });

  it("fits the longest text into version 13", () => {
    const payload = payloadOf({ owner: "ü".repeat(70), purpose: "x".repeat(130) });
    expect(Buffer.byteLength(payload)).toBe(331);
    expect(decode(qrSymbol(payload))).toEqual({ text: payload, version: 13 });
  });

  it("refuses a text that needs a larger code", () => {
    expect(() => qrSymbol("x".repeat(332))).toThrow(RangeError);
  });

  it("keeps four units free on every side", () => {
    const { size, path } = qrSymbol(payloadOf({}));
    for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
      expect(Math.min(Number(x), Number(y))).toBeGreaterThanOrEqual(4);
      expect(Math.max(Number(x) + Number(length), Number(y) + 1)).toBeLessThanOrEqual(size - 4);
    }
  });

  it("is read back whatever the transfer", () => {
    const part = fc.record({
      amount: fc.integer({ min: 1, max: 99_999_999_999 }).map(cents),
      purpose: fc.integer({ min: 1, max: 999_999_999 }).map((id) => `TA ${id}`),
    });
    fc.assert(
      fc.property(part, (changed) => {
        const payload = payloadOf(changed);
        expect(decode(qrSymbol(payload))?.text).toBe(payload);
      }),
      { numRuns: 25 },
    );
  });
});
