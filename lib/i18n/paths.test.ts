import { describe, expect, it } from "vitest";
import { alternates, pathIn, switchLocale } from "@/lib/i18n/paths";

describe("paths", () => {
  it("put the language first", () => {
    expect(pathIn("en", "/")).toBe("/en");
    expect(pathIn("de", "/products/radiergummi")).toBe("/de/products/radiergummi");
  });

  it("switch the language and keep the page", () => {
    expect(switchLocale("/de", "en")).toBe("/en");
    expect(switchLocale("/de/categories/papier", "en")).toBe("/en/categories/papier");
    expect(switchLocale("/en/orders/abc-123", "de")).toBe("/de/orders/abc-123");
    expect(switchLocale("/deutsch", "en")).toBe("/en/deutsch");
  });

  it("name the page in every language for search engines", () => {
    expect(alternates("en", "/products")).toEqual({
      canonical: "/en/products",
      languages: { de: "/de/products", en: "/en/products", "x-default": "/de/products" },
    });
  });
});
