import { describe, expect, it } from "vitest";
import { productView } from "@/lib/catalog/product-view";
import { productData, scriptJson } from "@/lib/catalog/structured-data";
import type { Product } from "@/lib/db/schema";
import { cents } from "@/lib/money";

const text = { de: "Füller </script><script>alert(1)</script>", en: "Pen" };
const at = new Date("2026-01-01T00:00:00Z");
const row: Product = {
  sku: "FH-1",
  slug: "fueller",
  category: "schreiben",
  name: text,
  summary: text,
  description: text,
  price: cents(4990),
  vatPercent: 19,
  stock: 5,
  reserved: 5,
  unitPrice: null,
  producer: { name: "Muster", address: "Weg 1", email: "a@hersteller.example" },
  lowStock: 5,
  searchText: "",
  image: { file: "products/x.webp", width: 1, height: 1, alt: text, dominant: "#000000" },
  position: 0,
  active: true,
  createdAt: at,
  updatedAt: at,
};

describe("productData", () => {
  it("says price, stock and way of the product", () => {
    const data = productData(productView(row), "de", "https://shop.example");
    expect(data).toMatchObject({
      "@graph": [
        {
          "@type": "Product",
          url: "https://shop.example/de/products/fueller",
          image: "https://shop.example/products/x.webp",
          manufacturer: { name: "Muster" },
          offers: {
            price: "49.90",
            priceCurrency: "EUR",
            availability: "https://schema.org/OutOfStock",
            shippingDetails: { shippingRate: { value: "4.90" } },
          },
        },
        {
          "@type": "BreadcrumbList",
          itemListElement: [{ position: 1 }, { name: "Schreiben" }, { position: 3 }],
        },
      ],
    });
  });

  it("cannot end the script it stands in, and reads back the same", () => {
    const data = productData(productView(row), "de", "https://shop.example");
    expect(scriptJson(data)).not.toContain("<");
    expect(JSON.parse(scriptJson(data))).toEqual(JSON.parse(JSON.stringify(data)));
  });
});
