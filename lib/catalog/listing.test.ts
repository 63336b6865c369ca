import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrange, type Listing, listingQuery, pageOf, pageSize, parseListing } from "@/lib/catalog/listing";
import type { ProductView } from "@/lib/catalog/product-view";
import { cents } from "@/lib/money";

const plain = parseListing({});
const text = (de: string) => ({ de, en: de });

function view(sku: string, price: number, over: Partial<ProductView> = {}): ProductView {
  return {
    sku,
    slug: sku,
    category: "papier",
    name: text(sku),
    summary: text(""),
    description: text(""),
    price: cents(price),
    vatPercent: 19,
    unitPrice: null,
    producer: null,
    image: { file: "x.webp", width: 1, height: 1, alt: text(""), dominant: "#000000" },
    available: 9,
    availability: "in_stock",
    since: 0,
    ...over,
  };
}

describe("parseListing", () => {
  it("takes what it understands and leaves the rest", () => {
    expect(
      parseListing({
        q: " tinte ",
        category: "papier",
        from: "5",
        to: "12,50",
        stock: "1",
        sort: "price_up",
        page: "2",
      }),
    ).toEqual({
      words: "tinte",
      category: "papier",
      from: 500,
      to: 1250,
      inStock: true,
      sort: "price_up",
      page: 2,
    });
    expect(
      parseListing({
        q: ["a", "b"],
        category: "x",
        from: "-1",
        to: "viel",
        stock: "ja",
        sort: "drop",
        page: "-3",
      }),
    ).toEqual({ ...plain, words: "a" });
  });

  it("answers any query, and its own back again", () => {
    const value = fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined));
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom("q", "category", "from", "to", "stock", "sort", "page"), value),
        (query) => {
          const listing = parseListing(query);
          const again = parseListing(Object.fromEntries(new URLSearchParams(listingQuery(listing))));
          expect(again).toEqual(listing);
        },
      ),
    );
  });
});

describe("arrange", () => {
  const shelf = [
    view("b", 900, { since: 1 }),
    view("ä", 300, { since: 3, available: 0, availability: "sold_out" }),
    view("c", 1500, { since: 2, category: "lesen" }),
  ];
  const skus = (over: Partial<Listing>) => arrange(shelf, { ...plain, ...over }, "de").map(({ sku }) => sku);

  it.each<[Partial<Listing>, string[]]>([
    [{}, ["b", "ä", "c"]],
    [{ sort: "price_up" }, ["ä", "b", "c"]],
    [{ sort: "price_down" }, ["c", "b", "ä"]],
    [{ sort: "new" }, ["ä", "c", "b"]],
    [{ sort: "name" }, ["ä", "b", "c"]],
    [{ inStock: true }, ["b", "c"]],
    [{ category: "lesen" }, ["c"]],
    [{ from: cents(300), to: cents(900) }, ["b", "ä"]],
  ])("%o → %j", (over, expected) => {
    expect(skus(over)).toEqual(expected);
  });
});

describe("pageOf", () => {
  const many = Array.from({ length: pageSize + 1 }, (_, index) => index);

  it("cuts a list into pages and never leaves them", () => {
    expect(pageOf(many, 1)).toMatchObject({ page: 1, pages: 2, items: { length: pageSize } });
    expect(pageOf(many, 99)).toMatchObject({ page: 2, items: [pageSize] });
    expect(pageOf([], 5)).toEqual({ items: [], page: 1, pages: 1 });
  });
});
