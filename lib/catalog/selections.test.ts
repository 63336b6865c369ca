import { describe, expect, it } from "vitest";
import { productView } from "@/lib/catalog/product-view";
import { favourites, newest } from "@/lib/catalog/selections";
import { similarTo } from "@/lib/catalog/similar";
import type { Product } from "@/lib/db/schema";
import { cents } from "@/lib/money";

const text = { de: "Stift", en: "Pen" };

function product(sku: string, day: number, stock = 10) {
  const createdAt = new Date(Date.UTC(2026, 0, day));
  const row: Product = {
    sku,
    slug: sku.toLowerCase(),
    category: "schreiben",
    name: text,
    summary: text,
    description: text,
    price: cents(100),
    vatPercent: 19,
    stock,
    reserved: 0,
    unitPrice: null,
    producer: null,
    lowStock: 5,
    searchText: "",
    image: { file: "products/x.webp", width: 1, height: 1, alt: text, dominant: "#000000" },
    position: 0,
    active: true,
    createdAt,
    updatedAt: createdAt,
  };
  return productView(row);
}

describe("selections", () => {
  const all = [product("A", 1), product("B", 9, 0), product("C", 5), product("D", 3)];
  const skus = (list: { sku: string }[]) => list.map(({ sku }) => sku);

  it("newest shows the last arrivals first", () => {
    expect(skus(newest(all, 2))).toEqual(["B", "C"]);
    expect(skus(all)).toEqual(["A", "B", "C", "D"]);
  });

  it("favourites leave out what is sold out or shown already", () => {
    const shown = all.filter(({ sku }) => sku === "A");
    expect(skus(favourites(all, { popular: [], shown, count: 4 }))).toEqual(["C", "D"]);
    expect(skus(favourites(all, { popular: [], shown: [], count: 1 }))).toEqual(["A"]);
  });

  it("favourites begin with what is bought most", () => {
    expect(skus(favourites(all, { popular: ["D", "B", "C"], shown: [], count: 3 }))).toEqual(["D", "C", "A"]);
  });

  it("similar products are of the same department, deliverable first, near in price", () => {
    const [a, b, c, d] = all;
    if (!a || !b || !c || !d) throw new Error("four products");
    const other = { ...d, sku: "E", category: "papier" };
    const dear = { ...c, price: cents(900) };
    expect(skus(similarTo(a, [a, b, dear, d, other], 4))).toEqual(["D", "C", "B", "E"]);
  });
});
