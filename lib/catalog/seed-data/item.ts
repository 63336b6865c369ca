import type { CategoryId } from "@/lib/catalog/categories";
import type { Localized, UnitPrice } from "@/lib/db/schema";
import type { VatPercent } from "@/lib/money";

/** A product as the seed writes it down; price in gross cents, `age` in days before the shop opens. */
export type SeedItem = {
  sku: string;
  slug: string;
  category: CategoryId;
  name: Localized;
  summary: Localized;
  description: Localized;
  price: number;
  vatPercent: VatPercent;
  stock: number;
  age: number;
  unitPrice?: UnitPrice;
};
