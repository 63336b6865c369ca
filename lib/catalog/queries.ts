import { and, asc, eq, inArray } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { type Coupon, coupons, type Product, products } from "@/lib/db/schema";

/** The products on sale, in the shop's own order; one department's when a category is given. */
export async function listProducts(db: Db, filter: { category?: string } = {}): Promise<Product[]> {
  const onSale = eq(products.active, true);
  return db
    .select()
    .from(products)
    .where(filter.category ? and(onSale, eq(products.category, filter.category)) : onSale)
    .orderBy(asc(products.position), asc(products.sku));
}

/** The product on sale with this address, or null. */
export async function findProductBySlug(db: Db, slug: string): Promise<Product | null> {
  if (slug.includes("\u0000")) return null;
  const [found] = await db
    .select()
    .from(products)
    .where(and(eq(products.slug, slug), eq(products.active, true)))
    .limit(1);
  return found ?? null;
}

/** The products with these SKUs, in no order; unknown ones are missing, withdrawn ones come with `active: false`. */
export async function findProductsBySku(db: Db, skus: readonly string[]): Promise<Product[]> {
  if (skus.length === 0) return [];
  return db
    .select()
    .from(products)
    .where(inArray(products.sku, [...new Set(skus)]));
}

/** The coupon with this code as a person types it (case and blanks around do not matter), or null. */
export async function findCoupon(db: Db, code: string): Promise<Coupon | null> {
  const [found] = await db
    .select()
    .from(coupons)
    .where(and(eq(coupons.code, code.trim().toUpperCase()), eq(coupons.active, true)))
    .limit(1);
  return found ?? null;
}
