import { and, asc, eq, sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { type Localized, products } from "@/lib/db/schema";

export type LowStock = { sku: string; name: Localized; left: number };

/** Articles on sale with so few pieces to sell that the merchant wants to know; the scarcest first. */
export async function lowStock(db: Db, limit: number): Promise<{ count: number; first: LowStock[] }> {
  const left = sql<number>`${products.stock} - ${products.reserved}`;
  const rows = await db
    .select({
      sku: products.sku,
      name: products.name,
      left: left.mapWith(Number),
      count: sql`count(*) over ()`.mapWith(Number),
    })
    .from(products)
    .where(and(eq(products.active, true), sql`${left} <= ${products.lowStock}`))
    .orderBy(asc(left), asc(products.sku))
    .limit(limit);
  return {
    count: rows[0]?.count ?? 0,
    first: rows.map(({ sku, name, left: pieces }) => ({ sku, name, left: pieces })),
  };
}
