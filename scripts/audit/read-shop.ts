import { eq, sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import {
  coupons,
  ledger,
  orderLines,
  orders,
  outbox,
  paymentAttempts,
  paymentEvents,
  products,
  stockHolds,
} from "@/lib/db/schema";
import type { ShopFacts } from "./facts";

/** Reads everything that the comparison needs, as of one moment, whatever the shop does meanwhile. */
export function readShop(db: Db): Promise<ShopFacts> {
  return db.transaction(
    async (tx) => ({
      orders: await tx
        .select({
          id: orders.id,
          number: orders.number,
          state: orders.state,
          flag: orders.flag,
          total: orders.total,
          received: orders.received,
          refunded: orders.refunded,
        })
        .from(orders)
        .orderBy(orders.placedAt, orders.id),
      lines: await tx.select().from(orderLines).orderBy(orderLines.orderId, orderLines.position),
      attempts: await tx.select().from(paymentAttempts).orderBy(paymentAttempts.createdAt),
      ledger: await tx.select().from(ledger).orderBy(ledger.at),
      holds: await tx.select().from(stockHolds),
      products: await tx
        .select({ sku: products.sku, stock: products.stock, reserved: products.reserved })
        .from(products)
        .orderBy(products.sku),
      outbox: await tx
        .select({ orderId: orders.id, kind: outbox.kind })
        .from(outbox)
        .innerJoin(orders, eq(orders.id, outbox.orderId)),
      coupons: await tx
        .select({
          code: coupons.code,
          uses: coupons.uses,
          counted: sql<number>`count(${orders.id}) filter (where ${usesCoupon})`.mapWith(Number),
          overdrawn: sql<number>`count(${orders.id}) filter (where ${usesCoupon} and ${tookUsedUp})`.mapWith(
            Number,
          ),
        })
        .from(coupons)
        .leftJoin(orders, eq(orders.couponCode, coupons.code))
        .groupBy(coupons.code, coupons.uses),
    }),
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}

/** An order that goes on, or that money ever came for: its coupon was used. */
const usesCoupon = sql`(${orders.state} in ('open', 'confirmed', 'shipped') or exists (select 1 from ${ledger} where ${ledger.orderId} = ${orders.id} and ${ledger.kind} = 'received'))`;
const tookUsedUp = sql`exists (select 1 from ${paymentEvents} where ${paymentEvents.orderId} = ${orders.id} and ${paymentEvents.kind} = 'note' and ${paymentEvents.summary} like '%was used up meanwhile%')`;

/** The orders that changed between two readings; of these nothing can be said. */
export async function changedSince(db: Db, before: ShopFacts): Promise<Set<string>> {
  const after = await readShop(db);
  const trace = ({ orders: all, attempts, ledger: entries, holds }: ShopFacts) => {
    const traces = new Map(all.map((order) => [order.id, [JSON.stringify(order)]]));
    for (const one of [...attempts, ...entries, ...holds]) {
      const { orderId } = one;
      const known =
        "stxId" in one ? { id: one.id, state: one.state, stxId: one.stxId, pciId: one.pciId } : one;
      traces.get(orderId)?.push(JSON.stringify(known));
    }
    return new Map([...traces].map(([id, parts]) => [id, parts.sort().join("\n")]));
  };
  const [old, now] = [trace(before), trace(after)];
  return new Set([...now].filter(([id, text]) => old.get(id) !== text).map(([id]) => id));
}

/** The facts without some orders; the stock, which is a sum over all of them, keeps everything it needs. */
export function without(shop: ShopFacts, left: ReadonlySet<string>): ShopFacts {
  const stays = ({ orderId }: { orderId: string }) => !left.has(orderId);
  return {
    ...shop,
    orders: shop.orders.filter(({ id }) => !left.has(id)),
    lines: shop.lines.filter(stays),
    ledger: shop.ledger.filter(stays),
    outbox: shop.outbox.filter(stays),
  };
}
