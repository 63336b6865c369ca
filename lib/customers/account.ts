import { and, eq } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { forgetAtSecuconnect } from "@/lib/customers/forget";
import { sameAddress } from "@/lib/customers/same-address";
import { type Address, type Customer, customers, type Order } from "@/lib/db/schema";

/** An account as a person knows it again, e.g. `DE•• •••• 3188`. */
export function accountHint(iban: string): string {
  return `${iban.slice(0, 2)}•• •••• ${iban.slice(-4)}`;
}

/**
 * Keeps the Payment Container that prepare made of a remembered customer's bank account (api.md 8.4, 18): its id and
 * the account's last digits. One that was kept before goes.
 */
export async function keepAccount(
  ctx: Context,
  order: Pick<Order, "customerId">,
  account: { containerId: string; iban: string },
): Promise<void> {
  const { customerId } = order;
  if (!customerId) return;
  await ctx.db.transaction(async (tx) => {
    const [customer] = await tx.select().from(customers).where(eq(customers.id, customerId)).for("update");
    if (!customer || customer.pctId === account.containerId) return;
    if (customer.pctId) await forgetAtSecuconnect(ctx, tx, { ...customer, pcuId: null });
    await tx
      .update(customers)
      .set({ pctId: account.containerId, accountHint: accountHint(account.iban) })
      .where(eq(customers.id, customerId));
  });
}

/** secuconnect no longer takes this container: it is not offered again. */
export async function dropAccount(ctx: Context, containerId: string): Promise<void> {
  await ctx.db
    .update(customers)
    .set({ pctId: null, accountHint: null })
    .where(and(eq(customers.pctId, containerId)));
}

export type StoredAccount =
  | { ok: true; containerId: string }
  | { ok: false; reason: "account_gone" | "account_other_address" };

/**
 * The remembered account for a new order. It serves only the remembered person and goods sent to their own address, so
 * that whoever finds the device cannot have something sent elsewhere on somebody's account.
 */
export function storedAccount(
  customer: Customer | null,
  wish: { billing: Address; shipping: Address | null },
): StoredAccount {
  if (!customer?.pctId) return { ok: false, reason: "account_gone" };
  const own = wish.shipping === null && sameAddress(customer.billing, wish.billing);
  return own ? { ok: true, containerId: customer.pctId } : { ok: false, reason: "account_other_address" };
}
