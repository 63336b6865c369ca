import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { moment } from "@/lib/db/schema/columns";
import type { Address } from "@/lib/db/schema/values";

/**
 * Customers who agreed to be known again. The browser holds a token in a cookie, here lies its SHA-256. `pcuId` and `pctId`
 * are their Payment Customer and the Payment Container of a bank account (api.md 18, 19); deleted on their wish.
 */
export const customers = pgTable(
  "customers",
  {
    id: uuid("id").primaryKey(),
    tokenHash: text("token_hash").notNull().unique(),
    email: text("email").notNull(),
    billing: jsonb("billing").$type<Address>().notNull(),
    pcuId: text("pcu_id"),
    pctId: text("pct_id"),
    /** The account as a person recognises it, e.g. "DE•• •••• 3000". */
    accountHint: text("account_hint"),
    consentAt: moment("consent_at").notNull(),
    lastUsedAt: moment("last_used_at").notNull(),
  },
  (t) => [index("customers_unused").on(t.lastUsedAt)],
);

export type Customer = typeof customers.$inferSelect;
