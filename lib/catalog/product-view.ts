import type { Localized, Producer, Product, UnitPrice } from "@/lib/db/schema";
import { type Cents, cents, type VatPercent } from "@/lib/money";

export type Availability = "in_stock" | "few" | "sold_out";

/** What the pages show of a product: plain data that survives a cache. Prices in gross cents. */
export type ProductView = {
  sku: string;
  slug: string;
  category: string;
  name: Localized;
  summary: Localized;
  description: Localized;
  price: Cents;
  vatPercent: VatPercent;
  unitPrice: { price: Cents; unit: UnitPriceLabel } | null;
  /** Who answers for it (GPSR); null until the merchant has put it in. */
  producer: Producer | null;
  image: Product["image"];
  /** Pieces that can still be sold. */
  available: number;
  availability: Availability;
  /** When it came into the shop, in milliseconds. */
  since: number;
};

export type UnitPriceLabel = "100ml" | "1l" | "100g" | "1kg";

const fewPieces = 3;

/** Turns a row of the catalogue into what the pages show. */
export function productView(row: Product): ProductView {
  const available = row.stock - row.reserved;
  const { sku, slug, category, name, summary, description, price, vatPercent, producer, image } = row;
  return {
    sku,
    slug,
    category,
    name,
    summary,
    description,
    price,
    vatPercent,
    producer,
    image,
    available,
    availability: available <= 0 ? "sold_out" : available <= fewPieces ? "few" : "in_stock",
    unitPrice: row.unitPrice
      ? { price: unitPriceOf(price, row.unitPrice), unit: unitLabel(row.unitPrice) }
      : null,
    since: row.createdAt.getTime(),
  };
}

/** The price of the reference quantity (§ 5 PAngV), in gross cents, rounded half up. */
export function unitPriceOf(price: Cents, { amount, per }: UnitPrice): Cents {
  return cents(Math.floor((2 * price * per + amount) / (2 * amount)));
}

function unitLabel({ unit, per }: UnitPrice): UnitPriceLabel {
  if (unit === "ml") return per >= 1000 ? "1l" : "100ml";
  return per >= 1000 ? "1kg" : "100g";
}
