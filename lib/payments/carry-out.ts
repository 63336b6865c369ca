import { eq } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { dropAccount, keepAccount } from "@/lib/customers/account";
import { type Order, orders, type PaymentAttempt, paymentAttempts } from "@/lib/db/schema";
import { faultPoint } from "@/lib/payments/fault-points";
import { asMethod, capturesLater, isExternal, type PaymentMethod } from "@/lib/payments/methods";
import { returnUrl } from "@/lib/payments/request";
import { isSecuconnectError } from "@/lib/secuconnect/errors";
import type { CallOptions, SmartTransaction } from "@/lib/secuconnect/types";

/** What a direct debit is collected from. Handed on to secuconnect and kept nowhere. */
export type BankAccount = { owner: string; iban: string };
/** An account typed now, or one that secuconnect keeps for a remembered customer (api.md 18). */
export type DebitAccount = BankAccount | { containerId: string };

type Attempt = PaymentAttempt & { stxId: string };
/** `buyerIsHere`: a redirect can be answered, so that a step on a provider's page may be opened. */
type Means = { buyerIsHere: boolean; bankAccount: DebitAccount | null };

/**
 * For the shop's own pages: does the next call that is still missing, told by the status that secuconnect itself
 * reports. What cannot go on without the buyer (bank account, provider's page) is left as it is. An authorised payment is
 * started unless the merchant is to capture it, and only for an order that still waits for it. Throws SecuconnectError.
 */
export async function carryOut(
  ctx: Context,
  attempt: Attempt,
  means: Means,
  options: CallOptions,
): Promise<void> {
  const method = asMethod(attempt.method);
  if (!method) throw new Error(`unknown payment method ${attempt.method}`);
  const [order] = await ctx.db.select().from(orders).where(eq(orders.id, attempt.orderId));
  if (order?.state !== "open") return;
  let smart = await ctx.secuconnect.readTransaction(attempt.stxId, options);
  if (smart.status === "created" || smart.status === "processing") {
    smart = isExternal(method)
      ? await leadToProvider(ctx, method, order, attempt, smart, means, options)
      : await authorise(ctx, method, order, smart, means, options);
  }
  if (smart.status === "approved") {
    faultPoint("prepared");
    if (capturesLater(ctx.settings, method)) return;
    await ctx.secuconnect.start(attempt.stxId, null, options);
  }
  faultPoint("started");
}

async function authorise(
  ctx: Context,
  method: PaymentMethod,
  order: Order,
  smart: SmartTransaction,
  { bankAccount }: Means,
  options: CallOptions,
): Promise<SmartTransaction> {
  if (method === "prepaid") return ctx.secuconnect.start(smart.id, "prepaid", options);
  if (method !== "debit") return ctx.secuconnect.prepare(smart.id, method, {}, options);
  return bankAccount ? debit(ctx, order, smart, bankAccount, options) : smart;
}

/** An account that was accepted is kept for a remembered customer; a kept one that is refused is not offered again. */
async function debit(
  ctx: Context,
  order: Order,
  smart: SmartTransaction,
  account: DebitAccount,
  options: CallOptions,
): Promise<SmartTransaction> {
  if (!("containerId" in account)) {
    const prepared = await ctx.secuconnect.prepare(smart.id, "debit", { bankAccount: account }, options);
    const { status, containerId } = prepared;
    const accepted = status === "approved" || status === "pending";
    if (accepted && containerId) await keepAccount(ctx, order, { containerId, iban: account.iban });
    return prepared;
  }
  const { containerId } = account;
  try {
    return await ctx.secuconnect.prepare(smart.id, "debit", { bankAccount: { id: containerId } }, options);
  } catch (error) {
    if (isSecuconnectError(error) && error.kind === "http" && !error.retryable)
      await dropAccount(ctx, containerId);
    throw error;
  }
}

/** An open step is gone on with; a new one would end it (api.md 8.4), so it is opened for a buyer only. */
async function leadToProvider(
  ctx: Context,
  method: PaymentMethod,
  order: Order,
  attempt: Attempt,
  smart: SmartTransaction,
  { buyerIsHere }: Means,
  options: CallOptions,
): Promise<SmartTransaction> {
  if (!smart.iframeUrl && !buyerIsHere) return smart;
  const callbackUrls = {
    success: returnUrl(ctx.settings, order, "success"),
    failure: returnUrl(ctx.settings, order, "error"),
  };
  const open = smart.iframeUrl
    ? smart
    : await ctx.secuconnect.prepare(smart.id, method, { callbackUrls }, options);
  await ctx.db
    .update(paymentAttempts)
    .set({ payUrl: open.iframeUrl, updatedAt: ctx.now() })
    .where(eq(paymentAttempts.id, attempt.id));
  return open;
}
