import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/lib/db/client";
import { products, stockHolds } from "@/lib/db/schema";

export type Wanted = { sku: string; quantity: number };

/** Thrown inside the placing transaction so that all of it is rolled back; callers turn it into a refusal. */
export class OutOfStockError extends Error {
  override name = "OutOfStockError";
  constructor(readonly skus: string[]) {
    super(`out of stock: ${skus.join(", ")}`);
  }
}

/** One entry per SKU, in a fixed order so that two orders never wait for each other. */
export function mergeBySku(wanted: Iterable<Wanted>): Wanted[] {
  const quantities = new Map<string, number>();
  for (const { sku, quantity } of wanted) quantities.set(sku, (quantities.get(sku) ?? 0) + quantity);
  return [...quantities]
    .map(([sku, quantity]) => ({ sku, quantity }))
    .sort((a, b) => (a.sku < b.sku ? -1 : 1));
}

/** Sets pieces aside for an order until `until`. Throws OutOfStockError when a SKU has not enough left. */
export async function holdStock(
  tx: Tx,
  orderId: string,
  wanted: Iterable<Wanted>,
  until: Date,
): Promise<void> {
  const merged = mergeBySku(wanted);
  const missing: string[] = [];
  for (const { sku, quantity } of merged) {
    if (!(await reserve(tx, sku, quantity))) missing.push(sku);
  }
  if (missing.length > 0) throw new OutOfStockError(missing);
  if (merged.length === 0) return;
  await tx
    .insert(stockHolds)
    .values(merged.map((item) => ({ orderId, ...item, state: "held" as const, until })));
}

async function reserve(tx: Tx, sku: string, quantity: number): Promise<boolean> {
  const rows = await tx
    .update(products)
    .set({ reserved: sql`${products.reserved} + ${quantity}` })
    .where(
      and(
        eq(products.sku, sku),
        eq(products.active, true),
        sql`${products.stock} - ${products.reserved} >= ${quantity}`,
      ),
    )
    .returning({ sku: products.sku });
  return rows.length === 1;
}

/** Gives the order's pieces more time. */
export async function extendHolds(tx: Tx, orderId: string, until: Date): Promise<void> {
  await tx.update(stockHolds).set({ until }).where(heldBy(orderId));
}

/** The order is certain: its pieces leave the stock. */
export async function consumeHolds(tx: Tx, orderId: string): Promise<void> {
  const holds = await tx.update(stockHolds).set({ state: "consumed" }).where(heldBy(orderId)).returning();
  for (const { sku, quantity } of sorted(holds)) {
    await tx
      .update(products)
      .set({ stock: sql`${products.stock} - ${quantity}`, reserved: sql`${products.reserved} - ${quantity}` })
      .where(eq(products.sku, sku));
  }
}

/** The order will not be paid: its pieces can be sold again. */
export async function releaseHolds(tx: Tx, orderId: string): Promise<void> {
  const holds = await tx.update(stockHolds).set({ state: "released" }).where(heldBy(orderId)).returning();
  for (const { sku, quantity } of sorted(holds)) {
    await tx
      .update(products)
      .set({ reserved: sql`${products.reserved} - ${quantity}` })
      .where(eq(products.sku, sku));
  }
}

/** Money came after the pieces were given back: takes them again if all are there. False changes nothing. */
export async function retakeStock(tx: Tx, orderId: string): Promise<boolean> {
  const holds = await tx.select().from(stockHolds).where(releasedBy(orderId));
  try {
    return await tx.transaction(async (inner) => {
      for (const { sku, quantity } of sorted(holds)) {
        if (!(await reserve(inner, sku, quantity))) throw new OutOfStockError([sku]);
      }
      await inner.update(stockHolds).set({ state: "held" }).where(releasedBy(orderId));
      await consumeHolds(inner, orderId);
      return true;
    });
  } catch (error) {
    if (error instanceof OutOfStockError) return false;
    throw error;
  }
}

/** A paid order is called off before it left the house: its pieces go back on the shelf. */
export async function restock(tx: Tx, orderId: string): Promise<void> {
  const holds = await tx
    .update(stockHolds)
    .set({ state: "released" })
    .where(and(eq(stockHolds.orderId, orderId), eq(stockHolds.state, "consumed")))
    .returning();
  for (const { sku, quantity } of sorted(holds)) {
    await tx
      .update(products)
      .set({ stock: sql`${products.stock} + ${quantity}` })
      .where(eq(products.sku, sku));
  }
}

const heldBy = (orderId: string) => and(eq(stockHolds.orderId, orderId), eq(stockHolds.state, "held"));
const releasedBy = (orderId: string) =>
  and(eq(stockHolds.orderId, orderId), eq(stockHolds.state, "released"));
const sorted = (holds: Wanted[]) => mergeBySku(holds);
