import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { type Product, products } from "@/lib/db/schema";
import { fold } from "@/lib/text/fold";

export const productFilters = ["all", "low", "inactive"] as const;
export type ProductFilter = (typeof productFilters)[number];

type Query = { search?: string; filter?: ProductFilter; after?: string | null; pageSize?: number };

/** All products for the merchant in the shop's order, also those that are not sold, by keyset. */
export async function listForAdmin(
  db: Db,
  { search = "", filter = "all", after = null, pageSize = 50 }: Query,
): Promise<{ products: Product[]; next: string | null }> {
  const rows = await db
    .select()
    .from(products)
    .where(and(bySearch(search), byFilter(filter), behind(after)))
    .orderBy(asc(products.position), asc(products.sku))
    .limit(pageSize + 1);
  const page = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? page.at(-1) : undefined;
  return { products: page, next: last ? `${last.position}_${last.sku}` : null };
}

/** The product with this SKU, sold or not; null for an unknown one. */
export async function findForAdmin(db: Db, sku: string): Promise<Product | null> {
  if (!/^[\w-]{1,64}$/.test(sku)) return null;
  const [found] = await db.select().from(products).where(eq(products.sku, sku));
  return found ?? null;
}

/** Every typed word has to occur; what a person types is never a pattern. */
function bySearch(search: string): SQL | undefined {
  const words = fold(search.slice(0, 100)).split(" ").filter(Boolean);
  return and(
    ...words.map((word) => sql`${products.searchText} like ${`%${word.replace(/[\\%_]/g, "\\$&")}%`}`),
  );
}

function byFilter(filter: ProductFilter): SQL | undefined {
  switch (filter) {
    case "all":
      return undefined;
    case "low":
      return sql`${products.active} and ${products.stock} - ${products.reserved} <= ${products.lowStock}`;
    case "inactive":
      return eq(products.active, false);
    default:
      return filter satisfies never;
  }
}

function behind(after: string | null): SQL | undefined {
  const match = /^(\d{1,9})_([A-Za-z0-9-]{1,64})$/.exec(after ?? "");
  if (!match) return undefined;
  return sql`(${products.position}, ${products.sku}) > (${Number(match[1])}::integer, ${match[2]}::text)`;
}
