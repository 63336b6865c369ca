import { describe, expect, it } from "vitest";
import { negotiateLocale } from "@/lib/i18n/negotiate";

describe("negotiateLocale", () => {
  it.each([
    [null, "de"],
    ["", "de"],
    ["de-DE,de;q=0.9,en;q=0.8", "de"],
    ["en-GB,en;q=0.9,de;q=0.8", "en"],
    ["fr-FR,fr;q=0.9", "de"],
    ["fr-FR,fr;q=0.9,en;q=0.5,de;q=0.3", "en"],
    ["de;q=0.1, EN-us;q=0.4", "en"],
    ["en;q=0", "de"],
    ["en;q=rubbish;;;,,de", "en"],
    ["*", "de"],
  ] as const)("%s → %s", (header, expected) => {
    expect(negotiateLocale(header)).toBe(expected);
  });
});
