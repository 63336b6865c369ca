import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findCoupon, findProductBySlug, findProductsBySku, listProducts } from "@/lib/catalog/queries";
import { seedCatalog } from "@/lib/catalog/seed";
import type { OpenDb } from "@/lib/db/client";
import { coupons, products } from "@/lib/db/schema";
import { cents } from "@/lib/money";
import { openTestDatabase } from "@/lib/testing/database";

describe("catalogue queries", () => {
  let open: OpenDb;

  beforeAll(async () => {
    open = await openTestDatabase();
    await seedCatalog(open.db, new Date("2026-11-21T09:00:00Z"));
    await open.db.update(products).set({ active: false }).where(eq(products.sku, "RG-0001"));
    await open.db
      .insert(coupons)
      .values({ code: "ALT", amount: cents(100), minimum: cents(0), active: false });
  });
  afterAll(() => open.close());

  it("list what is on sale, in the shop's order", async () => {
    const found = await listProducts(open.db);
    expect(found).toHaveLength(17);
    expect(found[0]?.slug).toBe("kugelschreiber-linie-8050");
    expect(found.map((product) => product.sku)).not.toContain("RG-0001");
  });

  it("list one department", async () => {
    const found = await listProducts(open.db, { category: "papier" });
    expect(found.map((product) => product.sku)).toEqual(["NB-0500", "BP-0040", "SW-0101", "WK-2027"]);
    expect(await listProducts(open.db, { category: "'; drop table products; --" })).toEqual([]);
  });

  it("find a product by its address, but not a withdrawn one", async () => {
    expect((await findProductBySlug(open.db, "notizbuch-a5"))?.sku).toBe("NB-0500");
    expect(await findProductBySlug(open.db, "radiergummi")).toBeNull();
    expect(await findProductBySlug(open.db, "gibt-es-nicht")).toBeNull();
    expect(await findProductBySlug(open.db, "notizbuch\u0000")).toBeNull();
  });

  it("find products by SKU once each, withdrawn ones too", async () => {
    const found = await findProductsBySku(open.db, ["KU-8050", "KU-8050", "RG-0001", "XX-0000"]);
    expect(found.map((product) => [product.sku, product.active]).sort()).toEqual([
      ["KU-8050", true],
      ["RG-0001", false],
    ]);
    expect(await findProductsBySku(open.db, [])).toEqual([]);
  });

  it("find a coupon however it is typed, but not a withdrawn one", async () => {
    expect((await findCoupon(open.db, " gruss5 "))?.code).toBe("GRUSS5");
    expect(await findCoupon(open.db, "ALT")).toBeNull();
    expect(await findCoupon(open.db, "")).toBeNull();
  });
});
