import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findForAdmin, listForAdmin } from "@/lib/catalog/admin-list";
import { addProduct, type ProductInput, saveProduct } from "@/lib/catalog/edit";
import { slugOf } from "@/lib/catalog/slug";
import type { Context } from "@/lib/context";
import type { OpenDb } from "@/lib/db/client";
import { type Product, products } from "@/lib/db/schema";
import { cents } from "@/lib/money";
import { type TestClock, testClock, testContext } from "@/lib/testing/context";
import { openTestDatabase } from "@/lib/testing/database";

let open: OpenDb;
let clock: TestClock;
let ctx: Context;

beforeAll(async () => {
  open = await openTestDatabase();
  clock = testClock();
  ctx = testContext(open.db, "http://127.0.0.1:9", clock);
});
afterAll(() => open?.close());

const input: ProductInput = {
  category: "schreiben",
  name: { de: "Füllhalter Größe M", en: "Fountain pen size M" },
  summary: { de: "Schreibt <weich>", en: "Writes softly" },
  description: { de: "Lang.", en: "Long." },
  price: cents(4950),
  vatPercent: 19,
  stock: 10,
  lowStock: 2,
  active: true,
  unitPrice: null,
  producer: null,
  image: { file: "api/pictures/x", width: 1, height: 1, alt: { de: "a", en: "b" }, dominant: "#000000" },
};

async function added(sku: string, over: Partial<ProductInput> = {}): Promise<Product> {
  await addProduct(ctx, sku, { ...input, ...over });
  return get(sku);
}

async function get(sku: string): Promise<Product> {
  const product = await findForAdmin(open.db, sku);
  if (!product) throw new Error(`no ${sku}`);
  return product;
}

const seen = ({ updatedAt, stock }: Product) => ({ updatedAt, stock });

describe("slugOf", () => {
  it.each([
    ["Füllhalter Größe M", "fuellhalter-groesse-m"],
    ["Café “Crème” – 250 g", "cafe-creme-250-g"],
    ["../../<script>", "script"],
    ["日本", ""],
  ])("%s → %s", (name, slug) => expect(slugOf(name)).toBe(slug));
});

describe("addProduct", () => {
  it("gives products of the same name addresses of their own, and refuses a number twice", async () => {
    expect(await addProduct(ctx, "ADD-1", input)).toMatchObject({ slug: "fuellhalter-groesse-m" });
    expect(await addProduct(ctx, "ADD-2", input)).toMatchObject({ slug: "fuellhalter-groesse-m-2" });
    expect(await addProduct(ctx, "ADD-2", input)).toEqual({ ok: false, reason: "sku_taken" });
    const both = await Promise.all([addProduct(ctx, "ADD-3", input), addProduct(ctx, "ADD-3", input)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await get("ADD-2")).position).toBe((await get("ADD-1")).position + 1);
  });
});

describe("saveProduct", () => {
  it("saves, and the search finds the new words", async () => {
    const before = await added("SAVE-1");
    const name = { de: "Tintenroller", en: "Rollerball" };
    const saved = await saveProduct(ctx, "SAVE-1", { ...input, name, price: cents(100) }, seen(before));
    expect(saved).toMatchObject({ ok: true, product: { price: 100, slug: before.slug } });
    const { products: found } = await listForAdmin(open.db, { search: "TINTENROLLER save" });
    expect(found.map(({ sku }) => sku)).toEqual(["SAVE-1"]);
  });

  it("of two people who edit the same page one wins, the other is told and overwrites nothing", async () => {
    const before = seen(await added("SAVE-2"));
    const results = await Promise.all(
      [111, 222].map((price) => saveProduct(ctx, "SAVE-2", { ...input, price: cents(price) }, before)),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, reason: "product_changed" });
    const winner = results[0]?.ok ? 111 : 222;
    expect((await get("SAVE-2")).price).toBe(winner);
  });

  it("leaves the stock alone when only something else was edited, whatever was sold meanwhile", async () => {
    const before = seen(await added("SAVE-3"));
    await open.db.update(products).set({ stock: 7, reserved: 1 }).where(eq(products.sku, "SAVE-3"));
    expect((await saveProduct(ctx, "SAVE-3", { ...input, price: cents(5) }, before)).ok).toBe(true);
    expect(await get("SAVE-3")).toMatchObject({ stock: 7, reserved: 1, price: 5 });
  });

  it("does not undo a sale by an old figure, nor go below what is reserved", async () => {
    const before = seen(await added("SAVE-4"));
    await open.db.update(products).set({ stock: 8, reserved: 3 }).where(eq(products.sku, "SAVE-4"));
    expect(await saveProduct(ctx, "SAVE-4", { ...input, stock: 20 }, before)).toEqual({
      ok: false,
      reason: "stock_changed",
      stock: 8,
    });
    const now = seen(await get("SAVE-4"));
    expect(await saveProduct(ctx, "SAVE-4", { ...input, stock: 2 }, now)).toEqual({
      ok: false,
      reason: "stock_reserved",
      reserved: 3,
    });
    expect((await saveProduct(ctx, "SAVE-4", { ...input, stock: 3 }, now)).ok).toBe(true);
  });

  it("knows what is gone", async () => {
    const before = { updatedAt: ctx.now(), stock: 1 };
    expect(await saveProduct(ctx, "NO-SUCH", input, before)).toEqual({ ok: false, reason: "product_gone" });
  });
});

describe("listForAdmin", () => {
  it("goes page by page through all, sold or not, and what is typed is no pattern", async () => {
    await added("LIST-OFF", { active: false });
    await added("LIST-LOW", { stock: 2 });
    const all: string[] = [];
    let after: string | null = null;
    do {
      const page = await listForAdmin(open.db, { after, pageSize: 2 });
      all.push(...page.products.map(({ sku }) => sku));
      after = page.next;
    } while (after);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toEqual((await listForAdmin(open.db, {})).products.map(({ sku }) => sku));
    const skus = async (query: Parameters<typeof listForAdmin>[1]) =>
      (await listForAdmin(open.db, query)).products.map(({ sku }) => sku);
    expect(await skus({ filter: "inactive" })).toEqual(["LIST-OFF"]);
    expect(await skus({ filter: "low" })).toContain("LIST-LOW");
    expect(await skus({ search: "%" })).toEqual(await skus({ search: "" }));
    expect(await skus({ search: "list_low'; drop" })).toEqual([]);
    expect(await skus({ after: "rubbish" })).toEqual(all);
    expect(await findForAdmin(open.db, "A\0B")).toBeNull();
  });
});
