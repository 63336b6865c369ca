import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { categories } from "@/lib/catalog/categories";
import { productView } from "@/lib/catalog/product-view";
import { findCoupon, findProductsBySku, listProducts } from "@/lib/catalog/queries";
import { seedCatalog } from "@/lib/catalog/seed";
import type { OpenDb } from "@/lib/db/client";
import { type Product, products } from "@/lib/db/schema";
import { cents } from "@/lib/money";
import { openTestDatabase } from "@/lib/testing/database";

const now = new Date("2026-11-21T09:00:00Z");

describe("seedCatalog", () => {
  let open: OpenDb;
  let rows: Product[];

  beforeAll(async () => {
    open = await openTestDatabase();
    await seedCatalog(open.db, now);
    rows = await listProducts(open.db);
  });
  afterAll(() => open.close());

  it("fills in 18 products with a picture each", () => {
    expect(rows).toHaveLength(18);
    expect(new Set(rows.map((row) => row.slug)).size).toBe(18);
    for (const row of rows) expect(existsSync(`public/${row.image.file}`), row.image.file).toBe(true);
  });

  it("has a product in every department, and none outside", () => {
    expect([...new Set(rows.map((row) => row.category))].sort()).toEqual(
      categories.map((category) => category.id).sort(),
    );
  });

  it("taxes the book and the coffee at 7 %, everything else at 19 %", () => {
    const reduced = rows.filter((row) => row.vatPercent === 7).map((row) => row.slug);
    expect(reduced.sort()).toEqual(["handbuch-der-schoenschrift", "kontor-kaffee-250g"]);
    expect(rows.filter((row) => row.vatPercent === 19)).toHaveLength(16);
  });

  it("keeps prices between 1.90 and 149 euro", () => {
    const prices = rows.map((row) => row.price);
    expect([Math.min(...prices), Math.max(...prices)]).toEqual([190, 14900]);
  });

  it("gives the ink a price per 100 ml and the coffee one per kg", () => {
    const unitPrices = rows.flatMap((row) => {
      const { unitPrice } = productView(row);
      return unitPrice ? [[row.slug, unitPrice.price, unitPrice.unit]] : [];
    });
    expect(unitPrices).toEqual([
      ["tinte-koenigsblau-50ml", 2580, "100ml"],
      ["kontor-kaffee-250g", 3560, "1kg"],
    ]);
  });

  it("has one product sold out and one nearly", () => {
    const by = (state: string) =>
      rows.filter((row) => productView(row).availability === state).map((r) => r.slug);
    expect(by("sold_out")).toEqual(["siegelwachs-rot"]);
    expect(by("few")).toEqual(["tintenloescher"]);
  });

  it("says everything in both languages", () => {
    for (const row of rows)
      for (const text of [row.name, row.summary, row.description, row.image.alt]) {
        expect(text.de.length, row.slug).toBeGreaterThan(3);
        expect(text.en.length, row.slug).toBeGreaterThan(3);
      }
    for (const row of rows) expect(row.description.de).not.toBe(row.description.en);
  });

  it("names a producer for each, marked as a sample, and warns of what is hot, sharp or small", () => {
    for (const row of rows) expect(row.producer?.name, row.slug).toMatch(/\(Muster\)$/);
    const warned = rows.filter((row) => row.producer?.warning).map((row) => row.slug);
    expect(warned).toHaveLength(5);
    expect(warned).toContain("siegelwachs-rot");
  });

  it("offers the coupon GRUSS5: 5 euro off from 20 euro", async () => {
    expect(await findCoupon(open.db, "GRUSS5")).toMatchObject({ amount: 500, minimum: 2000, active: true });
  });

  it("changes nothing when it runs again", async () => {
    await open.db.update(products).set({ price: cents(2590), stock: 5 });
    await seedCatalog(open.db, new Date("2027-01-01T00:00:00Z"));
    expect(await listProducts(open.db)).toHaveLength(18);
    expect(await findProductsBySku(open.db, ["KU-8050"])).toMatchObject([{ price: 2590, stock: 5 }]);
  });
});
