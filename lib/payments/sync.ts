import { eq } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { type EventSource, type PaymentAttempt, paymentAttempts } from "@/lib/db/schema";
import { applyObservation } from "@/lib/payments/apply";
import { faultPoint } from "@/lib/payments/fault-points";
import { listenToCalls } from "@/lib/payments/history";
import { observe } from "@/lib/payments/observe";
import { isSecuconnectError } from "@/lib/secuconnect/errors";
import type { CallOptions, SmartTransaction } from "@/lib/secuconnect/types";

export type SyncResult =
  | { ok: true; changed: boolean; state: PaymentAttempt["state"] }
  | { ok: false; reason: "unreachable"; supportId: string | null };

/**
 * Looks at secuconnect again and applies what it says. Return routes, pushes, the order page, the merchant's button
 * and the sweep all come through here, and nothing else changes a payment's state. Safe to call at any time, by
 * anyone, as often as they like.
 */
export async function syncPayment(ctx: Context, attemptId: string, source: EventSource): Promise<SyncResult> {
  const [attempt] = await ctx.db.select().from(paymentAttempts).where(eq(paymentAttempts.id, attemptId));
  if (!attempt) throw new Error(`no payment attempt ${attemptId}`);
  const calls = listenToCalls(ctx, attempt, source);
  try {
    const stxId = attempt.stxId ?? (await findLostCreate(ctx, attempt, calls));
    if (!stxId) return await nothingThere(ctx, attempt);
    const seen = await observe(ctx, { ...attempt, stxId }, calls);
    faultPoint("observed");
    const applied = await applyObservation(ctx, attemptId, seen, source);
    faultPoint("applied");
    if (applied.changed || source === "admin") await calls.keep();
    return { ok: true, ...applied };
  } catch (error) {
    if (!isSecuconnectError(error)) throw error;
    ctx.log("warn", "payment could not be read", {
      attemptId,
      source,
      kind: error.kind,
      supportId: error.supportId,
    });
    await ctx.db
      .update(paymentAttempts)
      .set({ lastCheckedAt: ctx.now() })
      .where(eq(paymentAttempts.id, attemptId));
    if (source === "admin") await calls.keep();
    return { ok: false, reason: "unreachable", supportId: error.supportId };
  }
}

/** A create whose answer was lost is found by its reference (api.md 28.20); only then is its id known to the shop. */
async function findLostCreate(
  ctx: Context,
  attempt: PaymentAttempt,
  options: CallOptions,
): Promise<string | null> {
  if (!attempt.createSentAt) return null;
  const [found] = await ctx.secuconnect.findTransactionsByMerchantRef(attempt.merchantRef, options);
  if (!found) return null;
  const payUrl = attempt.flow === "hosted" ? payUrlOf(found, attempt.method) : null;
  await ctx.db
    .update(paymentAttempts)
    .set({ stxId: found.id, payUrl, updatedAt: ctx.now() })
    .where(eq(paymentAttempts.id, attempt.id));
  return found.id;
}

async function nothingThere(ctx: Context, attempt: PaymentAttempt): Promise<SyncResult> {
  await ctx.db
    .update(paymentAttempts)
    .set({ lastCheckedAt: ctx.now() })
    .where(eq(paymentAttempts.id, attempt.id));
  return { ok: true, changed: false, state: attempt.state };
}

/** The hosted page of the chosen method, else the one with the selection; a purchase order has but one (api.md 11.1). */
export function payUrlOf(
  { paymentLinks, checkoutUrl }: Pick<SmartTransaction, "paymentLinks" | "checkoutUrl">,
  method: string,
): string | null {
  const links: Partial<Record<string, string>> | null = paymentLinks;
  return links?.[method] ?? links?.general ?? checkoutUrl;
}
