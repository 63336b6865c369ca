import { join } from "node:path";
import { drizzle } from "drizzle-orm/pglite";
import { createPglite } from "@/lib/db/pglite";
import * as schema from "@/lib/db/schema";
import { compareBooks } from "../audit/compare";
import type { Finding } from "../audit/facts";
import { readShop } from "../audit/read-shop";

export type CopyCheck = { orders: number; findings: Finding[] };

/**
 * Opens a copied data folder and checks what can be checked without secuconnect: lines, sums, ledger, coupons and pieces
 * of every order fit together. Throws when the copy cannot be opened.
 */
export async function checkCopy(folder: string): Promise<CopyCheck> {
  const client = await createPglite(join(folder, "db"));
  try {
    const shop = await readShop(drizzle(client, { schema }));
    const errors = compareBooks(shop).filter(({ level }) => level === "error");
    return { orders: shop.orders.length, findings: errors };
  } finally {
    await client.close();
  }
}
