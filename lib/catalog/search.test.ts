import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { searchProducts } from "@/lib/catalog/search";
import { searchWords } from "@/lib/catalog/search-words";
import { seedCatalog } from "@/lib/catalog/seed";
import type { OpenDb } from "@/lib/db/client";
import { products } from "@/lib/db/schema";
import type { Locale } from "@/lib/i18n/config";
import { openTestDatabase } from "@/lib/testing/database";

describe("searchProducts", () => {
  let open: OpenDb;

  beforeAll(async () => {
    open = await openTestDatabase();
    await seedCatalog(open.db, new Date("2026-11-21T09:00:00Z"));
    await open.db.update(products).set({ active: false }).where(eq(products.sku, "RG-0001"));
  });
  afterAll(() => open.close());

  const find = async (query: string, locale: Locale = "de") => {
    const found = await searchProducts(open.db, query, locale);
    return { slugs: found.products.map(({ slug }) => slug), near: found.near };
  };

  it.each([
    ["Füllfederhalter", "fuellfederhalter"],
    ["fuellfeder", "fuellfederhalter"],
    ["FULLFEDER", "fuellfederhalter"],
    ["kaffee 250", "kontor-kaffee-250g"],
    ["notebook", "notizbuch-a5"],
    ["fh-1100", "fuellfederhalter"],
  ])("finds by %j, however it is written", async (query, slug) => {
    expect(await find(query)).toMatchObject({ near: false, slugs: expect.arrayContaining([slug]) });
    expect((await find(query)).slugs[0]).toBe(slug);
  });

  it.each([
    ["Fülerfederhalter", "fuellfederhalter"],
    ["fulerhalter", "fuellfederhalter"],
    ["fuelerfeder", "fuellfederhalter"],
    ["fuelfederhalter", "fuellfederhalter"],
    ["Notizbch", "notizbuch-a5"],
    ["Tinnte", "tinte-koenigsblau-50ml"],
    ["Bleistfite", "bleistifte-6er-set"],
    ["Kafee", "kontor-kaffee-250g"],
    ["Kugelschreiper", "kugelschreiber-linie-8050"],
    ["calender", "wandkalender-2027"],
  ])("forgives the typing error in %j", async (query, slug) => {
    expect(await find(query)).toMatchObject({ near: true, slugs: expect.arrayContaining([slug]) });
    expect((await find(query)).slugs[0]).toBe(slug);
  });

  it("puts a name before a mention", async () => {
    const { slugs } = await find("Tinte");
    expect(slugs[0]).toBe("tinte-koenigsblau-50ml");
    expect(slugs.length).toBeGreaterThan(1);
  });

  it("asks for every word", async () => {
    expect((await find("tinte koenigsblau")).slugs).toEqual(["tinte-koenigsblau-50ml"]);
    expect((await find("tinte kaffee")).slugs).toEqual([]);
  });

  it("finds a whole department by its name", async () => {
    expect((await find("Papier")).slugs).toEqual(
      expect.arrayContaining(["notizbuch-a5", "siegelwachs-rot", "wandkalender-2027"]),
    );
  });

  it.each(["", "   ", "%", "_", "'; drop table products; --", "\\", "\u0000", "xqzvw", "🖋".repeat(60)])(
    "finds nothing and stays calm for %j",
    async (query) => {
      expect((await find(query)).slugs).toEqual([]);
    },
  );

  it("leaves out what is not on sale", async () => {
    expect((await find("Radiergummi")).slugs).not.toContain("radiergummi");
  });
});

describe("searchWords", () => {
  it("keeps six words of a hundred letters, each once", () => {
    expect(searchWords("a b a c d e f g")).toEqual(["a", "b", "c", "d", "e", "f"]);
    expect(searchWords("x".repeat(1000))).toEqual(["x".repeat(100)]);
  });
});
