import { and, desc, eq, gte, notInArray, sum } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { orderLines, orders } from "@/lib/db/schema";

/** The SKUs of which most pieces were ordered since then, most first; called-off and lapsed orders do not count. */
export async function popularSkus(db: Db, since: Date, limit: number): Promise<string[]> {
  const pieces = sum(orderLines.quantity);
  const rows = await db
    .select({ sku: orderLines.sku })
    .from(orderLines)
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .where(
      and(
        eq(orderLines.type, "article"),
        gte(orders.placedAt, since),
        notInArray(orders.state, ["cancelled", "expired"]),
      ),
    )
    .groupBy(orderLines.sku)
    .orderBy(desc(pieces), orderLines.sku)
    .limit(limit);
  return rows.flatMap(({ sku }) => (sku ? [sku] : []));
}
