import jsqr from "jsqr";
import { PNG } from "pngjs";
import { expect, it } from "vitest";
import { qrPng } from "@/lib/girocode/png";

it("a picture that says what it was made of, umlauts too", async () => {
  const text = "BCD\n002\n1\nSCT\n\nMüller & Söhne\nDE89370400440532013000\nEUR14.80\n\n\nTA 1";
  const { data, width, height } = PNG.sync.read(await qrPng(new TextEncoder().encode(text)));
  expect(width).toBeGreaterThan(300);
  const found = jsqr(new Uint8ClampedArray(data), width, height);
  expect(new TextDecoder().decode(new Uint8Array(found?.binaryData ?? []))).toBe(text);
});
