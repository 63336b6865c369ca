import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, smallint, text, uuid } from "drizzle-orm/pg-core";
import { bytes, moment, money } from "@/lib/db/schema/columns";
import type { Localized, Producer, ProductImage, UnitPrice } from "@/lib/db/schema/values";
import type { VatPercent } from "@/lib/money";

export const products = pgTable(
  "products",
  {
    sku: text("sku").primaryKey(),
    slug: text("slug").notNull().unique(),
    category: text("category").notNull(),
    name: jsonb("name").$type<Localized>().notNull(),
    summary: jsonb("summary").$type<Localized>().notNull(),
    description: jsonb("description").$type<Localized>().notNull(),
    price: money("price_cents").notNull(),
    vatPercent: smallint("vat_percent").$type<VatPercent>().notNull(),
    stock: integer("stock").notNull(),
    reserved: integer("reserved").notNull().default(0),
    unitPrice: jsonb("unit_price").$type<UnitPrice>(),
    image: jsonb("image").$type<ProductImage>().notNull(),
    producer: jsonb("producer").$type<Producer>(),
    /** At or below this many available pieces the merchant is told. */
    lowStock: integer("low_stock").notNull().default(5),
    /** Folded words to search in; see lib/text/fold.ts. */
    searchText: text("search_text").notNull().default(""),
    position: integer("position").notNull().default(0),
    active: boolean("active").notNull().default(true),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
  },
  (t) => [
    index("products_search").using("gin", sql`${t.searchText} gin_trgm_ops`),
    check("products_price_positive", sql`${t.price} > 0`),
    check("products_stock_covers_reserved", sql`${t.reserved} >= 0 and ${t.stock} >= ${t.reserved}`),
    check("products_vat_known", sql`${t.vatPercent} in (0, 7, 19)`),
  ],
);

export const coupons = pgTable(
  "coupons",
  {
    code: text("code").primaryKey(),
    amount: money("amount_cents").notNull(),
    minimum: money("minimum_cents").notNull(),
    validUntil: moment("valid_until"),
    maxUses: integer("max_uses"),
    uses: integer("uses").notNull().default(0),
    active: boolean("active").notNull().default(true),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (t) => [
    check("coupons_amount_positive", sql`${t.amount} > 0`),
    check(
      "coupons_uses_limited",
      sql`${t.uses} >= 0 and (${t.maxUses} is null or ${t.uses} <= ${t.maxUses})`,
    ),
  ],
);

/** Pictures that the merchant put in, re-encoded; the seed's own lie in public/. */
export const productPictures = pgTable("product_pictures", {
  id: uuid("id").primaryKey(),
  mediaType: text("media_type").notNull(),
  width: integer("width").notNull(),
  height: integer("height").notNull(),
  data: bytes("data").notNull(),
  createdAt: moment("created_at").notNull(),
});

export type Product = typeof products.$inferSelect;

export type Coupon = typeof coupons.$inferSelect;
