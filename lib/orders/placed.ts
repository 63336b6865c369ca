import { eq } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { orders } from "@/lib/db/schema";

/** Whether this showing of an order form has become an order already, so that another click is the same one. */
export async function isPlaced(db: Db, formToken: string): Promise<boolean> {
  const found = await db.select({ id: orders.id }).from(orders).where(eq(orders.formToken, formToken));
  return found.length > 0;
}
