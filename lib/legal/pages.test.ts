import { describe, expect, it } from "vitest";
import { findLegalPage, legalPages } from "@/lib/legal/pages";

const allText = JSON.stringify(legalPages);

describe("legal pages", () => {
  it("are the five a German shop's footer needs", () => {
    expect(legalPages.map((page) => page.id).sort()).toEqual([
      "imprint",
      "privacy",
      "shipping",
      "terms",
      "withdrawal",
    ]);
    expect(findLegalPage("imprint")?.title.de).toBe("Impressum");
    expect(findLegalPage("agb")).toBeNull();
  });

  it("say the same in both languages, section by section", () => {
    for (const page of legalPages) {
      const shape = (locale: "de" | "en") => page.sections[locale].map((part) => part.paragraphs.length);
      expect(shape("en"), page.id).toEqual(shape("de"));
    }
  });

  it("state the shop's real shipping prices", () => {
    const german = JSON.stringify(findLegalPage("shipping")?.sections.de).replaceAll("\u00a0", " ");
    expect(german).toContain("4,90 €");
    expect(german).toContain("50,00 €");
  });

  it("do not link the closed dispute platform", () => {
    expect(allText).not.toContain("ec.europa.eu");
  });
});
