import { productSearchText } from "@/lib/catalog/search-text";
import { desk } from "@/lib/catalog/seed-data/desk";
import type { SeedItem } from "@/lib/catalog/seed-data/item";
import { paper } from "@/lib/catalog/seed-data/paper";
import pictures from "@/lib/catalog/seed-data/pictures.json";
import { sampleProducer } from "@/lib/catalog/seed-data/producers";
import { reading } from "@/lib/catalog/seed-data/reading";
import { writing } from "@/lib/catalog/seed-data/writing";
import type { Db } from "@/lib/db/client";
import { coupons, type ProductImage, products } from "@/lib/db/schema";
import { cents } from "@/lib/money";

const day = 24 * 60 * 60 * 1000;

/** The products a new shop starts with, in the order of the list. */
export const seedItems: readonly SeedItem[] = [...writing, ...paper, ...desk, ...reading];

const pictureOf = new Map<string, ProductImage>(Object.entries(pictures));

/** Fills an empty catalogue: 18 products and the coupon GRUSS5. Rows that exist already stay as they are. */
export async function seedCatalog(db: Db, now: Date): Promise<void> {
  const rows = seedItems.map((item, position) => productRow(item, position, now));
  await db.insert(products).values(rows).onConflictDoNothing();
  await db
    .insert(coupons)
    .values({ code: "GRUSS5", amount: cents(500), minimum: cents(2000) })
    .onConflictDoNothing();
}

function productRow(item: SeedItem, position: number, now: Date): typeof products.$inferInsert {
  const image = pictureOf.get(item.slug);
  if (!image) throw new Error(`no picture for ${item.slug}`);
  const { age, price, unitPrice, ...rest } = item;
  const createdAt = new Date(now.getTime() - age * day);
  return {
    ...rest,
    price: cents(price),
    searchText: productSearchText(item),
    unitPrice: unitPrice ?? null,
    producer: sampleProducer(item.category, item.slug),
    image,
    position,
    createdAt,
    updatedAt: createdAt,
  };
}
