import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenDb } from "@/lib/db/client";
import { shopSettings } from "@/lib/db/schema";
import { findLegalPage, legalPages } from "@/lib/legal/pages";
import { readLegalText } from "@/lib/legal/read";
import { sectionsOf, textKey } from "@/lib/legal/text-setting";
import { sampleProfile } from "@/lib/settings/profile";
import { openTestDatabase } from "@/lib/testing/database";

const profile = { ...sampleProfile, legalName: "Papierhaus Nord", phone: "+49 351 1", register: "HRB 1" };
const textsOf = (id: string) => findLegalPage(id)?.sample(profile);
const allText = JSON.stringify(legalPages.map((page) => page.sample(profile)));

describe("legal pages", () => {
  it("are those a German shop's footer needs", () => {
    expect(legalPages.map((page) => page.id).sort()).toEqual([
      "accessibility",
      "imprint",
      "privacy",
      "shipping",
      "terms",
      "warranty",
      "withdrawal",
    ]);
    expect(findLegalPage("imprint")?.title.de).toBe("Impressum");
    expect(findLegalPage("agb")).toBeNull();
  });

  it("say the same in both languages, section by section", () => {
    for (const page of legalPages) {
      const shape = (locale: "de" | "en") =>
        page.sample(profile)[locale].map((part) => part.paragraphs.length);
      expect(shape("en"), page.id).toEqual(shape("de"));
    }
  });

  it("state the shop's real shipping prices", () => {
    const german = JSON.stringify(textsOf("shipping")?.de).replaceAll("\u00a0", " ");
    expect(german).toContain("4,90 €");
    expect(german).toContain("50,00 €");
  });

  it("do not link the closed dispute platform", () => {
    expect(allText).not.toContain("ec.europa.eu");
  });

  it("are made out in the shop's own name", () => {
    expect(JSON.stringify(textsOf("imprint")?.de)).toMatch(/Papierhaus Nord.*\+49 351 1.*HRB 1/);
    expect(JSON.stringify(textsOf("withdrawal")?.de)).toContain("Papierhaus Nord, Musterstraße 1");
    expect(JSON.stringify(textsOf("withdrawal")?.en)).toContain("12345 Musterstadt, Germany");
    expect(allText).not.toContain("Kontor Musterladen");
  });
});

describe("a legal page's text", () => {
  let database: OpenDb;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  const set = (value: unknown) => {
    const row = { key: textKey("terms"), value, updatedAt: new Date(0), updatedBy: "x" };
    return database.db
      .insert(shopSettings)
      .values(row)
      .onConflictDoUpdate({ target: shopSettings.key, set: { value } });
  };

  it("is the sample until the merchant says otherwise", async () => {
    const text = () => readLegalText(database.db, "terms", "de");
    expect(await text()).toMatchObject({ title: "AGB", isSample: true });
    await set({ status: "reviewed" });
    expect(await text()).toMatchObject({ isSample: false, sections: textsOf("terms")?.de });
    await set({ status: "replaced", text: { de: "## Preise\nBrutto.\n\nIn Euro.", en: "" } });
    expect(await text()).toMatchObject({
      isSample: false,
      sections: [{ heading: "Preise", paragraphs: ["Brutto.", "In Euro."] }],
    });
    expect(await readLegalText(database.db, "terms", "en")).toMatchObject({ isSample: true });
    await set("nonsense");
    expect(await text()).toMatchObject({ isSample: true });
    expect(await readLegalText(database.db, "agb", "de")).toBeNull();
  });

  it("is read in sections and paragraphs, also without any heading", () => {
    expect(sectionsOf("Eins.\r\n\r\nZwei\nweiter.")).toEqual([
      { heading: "", paragraphs: ["Eins.", "Zwei\nweiter."] },
    ]);
    expect(sectionsOf("Vorab.\n## A\n\na\n## B\nb")).toEqual([
      { heading: "", paragraphs: ["Vorab."] },
      { heading: "A", paragraphs: ["a"] },
      { heading: "B", paragraphs: ["b"] },
    ]);
    expect(sectionsOf(" \n ")).toEqual([]);
  });
});
