import { sql } from "drizzle-orm";
import { check, index, integer, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { products } from "@/lib/db/schema/catalog";
import { moment } from "@/lib/db/schema/columns";
import { orders } from "@/lib/db/schema/orders";

export const holdState = pgEnum("hold_state", ["held", "consumed", "released"]);

export const stockHolds = pgTable(
  "stock_holds",
  {
    orderId: uuid("order_id")
      .notNull()
      .references(() => orders.id),
    sku: text("sku")
      .notNull()
      .references(() => products.sku),
    quantity: integer("quantity").notNull(),
    state: holdState("state").notNull(),
    until: moment("until").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orderId, t.sku] }),
    index("stock_holds_due").on(t.until).where(sql`${t.state} = 'held'`),
    check("stock_holds_quantity", sql`${t.quantity} > 0`),
  ],
);
