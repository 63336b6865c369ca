import { and, eq, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Context } from "@/lib/context";
import { forgetAtSecuconnect } from "@/lib/customers/forget";
import { sameAddress } from "@/lib/customers/same-address";
import { tokenHash } from "@/lib/customers/token";
import type { Tx } from "@/lib/db/client";
import { type Address, customers, type Order } from "@/lib/db/schema";

type Person = { email: string; billing: Address };

/**
 * Keeps what a buyer who agreed has typed, for the device with this token; answers the customer's id. When it differs
 * from last time, what secuconnect holds of them is stale and goes.
 */
export async function rememberCustomer(
  ctx: Context,
  tx: Tx,
  token: string,
  { email, billing }: Person,
): Promise<string> {
  const hash = tokenHash(token);
  const [known] = await tx.select().from(customers).where(eq(customers.tokenHash, hash)).for("update");
  const now = ctx.now();
  if (!known) {
    const id = ctx.newId();
    const row = { id, tokenHash: hash, email, billing, consentAt: now, lastUsedAt: now };
    await tx.insert(customers).values(row);
    return id;
  }
  const same = known.email === email && sameAddress(known.billing, billing);
  if (!same) await forgetAtSecuconnect(ctx, tx, known);
  await tx
    .update(customers)
    .set({ email, billing, lastUsedAt: now, ...(same ? {} : nothingThere) })
    .where(eq(customers.id, known.id));
  return known.id;
}

/** The first answer to the click got lost, and its token with it: from now on this one counts. */
export async function renewToken(ctx: Context, customerId: string, token: string): Promise<void> {
  const hash = tokenHash(token);
  const other = alias(customers, "other");
  const taken = ctx.db.select({ one: sql`1` }).from(other).where(eq(other.tokenHash, hash));
  await ctx.db
    .update(customers)
    .set({ tokenHash: hash })
    .where(and(eq(customers.id, customerId), notExists(taken)));
}

/** The Payment Customer to name instead of the order's address (api.md 17); null when there is none that says the same. */
export async function payerOf(
  ctx: Context,
  order: Pick<Order, "customerId" | "email" | "billing">,
): Promise<{ id: string } | null> {
  const customer = await sameCustomer(ctx, order);
  return customer?.pcuId ? { id: customer.pcuId } : null;
}

/** Keeps the Payment Customer that a Smart Transaction made of a remembered customer's address (api.md 6.3). */
export async function keepPayer(
  ctx: Context,
  order: Pick<Order, "customerId" | "email" | "billing">,
  pcuId: string | null,
): Promise<void> {
  const customer = pcuId ? await sameCustomer(ctx, order) : null;
  if (!customer || customer.pcuId) return;
  await ctx.db.update(customers).set({ pcuId }).where(eq(customers.id, customer.id));
}

async function sameCustomer(ctx: Context, order: Pick<Order, "customerId" | "email" | "billing">) {
  if (!order.customerId) return null;
  const [customer] = await ctx.db.select().from(customers).where(eq(customers.id, order.customerId));
  const same = customer?.email === order.email && sameAddress(customer.billing, order.billing);
  return customer && same ? customer : null;
}

const nothingThere = { pcuId: null, pctId: null, accountHint: null };
