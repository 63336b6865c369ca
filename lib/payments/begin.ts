import { eq } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { keepPayer, payerOf } from "@/lib/customers/remember";
import { type EventSource, orderLines, orders, type PaymentAttempt, paymentAttempts } from "@/lib/db/schema";
import { carryOut, type DebitAccount } from "@/lib/payments/carry-out";
import { faultPoint } from "@/lib/payments/fault-points";
import { listenToCalls } from "@/lib/payments/history";
import { releaseLease, takeLease } from "@/lib/payments/lease";
import { transactionRequest } from "@/lib/payments/request";
import { payUrlOf, syncPayment } from "@/lib/payments/sync";
import { isSecuconnectError } from "@/lib/secuconnect/errors";
import type { CallOptions, SmartTransaction } from "@/lib/secuconnect/types";

/** Where the buyer goes after the attempt has been carried as far as it goes without them. */
export type NextStep = { kind: "redirect"; url: string } | { kind: "order" };

/**
 * Carries an attempt from wherever it stands to where the buyer or their bank is next: creates the Smart Transaction,
 * and for the shop's own pages authorises and starts it (api.md 9). One caller at a time does the work; a second
 * click meanwhile gets the order page. Nothing is created twice: once a create has left the house, its reference is
 * looked up first (api.md 28.20). When secuconnect does not answer, the attempt stays as it is and can be begun again. A
 * bank account for a direct debit is only handed on, never kept: without it the buyer has to give it again.
 */
export async function beginPayment(
  ctx: Context,
  attemptId: string,
  source: EventSource,
  bankAccount: DebitAccount | null = null,
): Promise<NextStep> {
  const attempt = await takeLease(ctx, attemptId);
  if (!attempt) return nextStep(ctx, attemptId);
  faultPoint("lease-taken");
  const calls = listenToCalls(ctx, attempt, source);
  let outcomeUnknown = false;
  try {
    const stxId = await ensureTransaction(ctx, attempt, calls);
    if (stxId && attempt.flow === "own") {
      await carryOut(ctx, { ...attempt, stxId }, { buyerIsHere: source === "place", bankAccount }, calls);
    }
  } catch (error) {
    if (!isSecuconnectError(error)) throw error;
    outcomeUnknown = error.mayHaveHappened;
    ctx.log("warn", "payment could not be begun", {
      attemptId,
      kind: error.kind,
      supportId: error.supportId,
    });
  } finally {
    await calls.keep();
    await releaseLease(ctx, attemptId, outcomeUnknown);
  }
  await syncPayment(ctx, attemptId, source);
  return nextStep(ctx, attemptId);
}

async function ensureTransaction(
  ctx: Context,
  attempt: PaymentAttempt,
  options: CallOptions,
): Promise<string | null> {
  if (attempt.stxId) return attempt.stxId;
  if (attempt.createSentAt) {
    const [found] = await ctx.secuconnect.findTransactionsByMerchantRef(attempt.merchantRef, options);
    if (found) return keepTransaction(ctx, attempt, found);
  }
  const [order] = await ctx.db.select().from(orders).where(eq(orders.id, attempt.orderId));
  if (order?.state !== "open") return null;
  const lines = await ctx.db
    .select()
    .from(orderLines)
    .where(eq(orderLines.orderId, order.id))
    .orderBy(orderLines.position);
  await ctx.db
    .update(paymentAttempts)
    .set({ createSentAt: ctx.now() })
    .where(eq(paymentAttempts.id, attempt.id));
  faultPoint("create-marked");
  const created = await ctx.secuconnect.createTransaction(
    transactionRequest(ctx.settings, order, lines, attempt, await payerOf(ctx, order)),
    options,
  );
  faultPoint("transaction-created");
  const stxId = await keepTransaction(ctx, attempt, created);
  await keepPayer(ctx, order, created.customerId);
  return stxId;
}

async function keepTransaction(
  ctx: Context,
  attempt: PaymentAttempt,
  smart: SmartTransaction,
): Promise<string> {
  const payUrl = attempt.flow === "hosted" ? payUrlOf(smart, attempt.method) : null;
  await ctx.db
    .update(paymentAttempts)
    .set({ stxId: smart.id, payUrl, updatedAt: ctx.now() })
    .where(eq(paymentAttempts.id, attempt.id));
  faultPoint("transaction-kept");
  return smart.id;
}

async function nextStep(ctx: Context, attemptId: string): Promise<NextStep> {
  const [attempt] = await ctx.db.select().from(paymentAttempts).where(eq(paymentAttempts.id, attemptId));
  if (attempt?.state !== "created" || !attempt.payUrl) return { kind: "order" };
  if (!mayVisit(attempt.payUrl, ctx.settings.payHosts)) {
    ctx.log("error", "payment link leads to a host that is not allowed", { attemptId });
    return { kind: "order" };
  }
  return { kind: "redirect", url: attempt.payUrl };
}

/** Whether a buyer may be sent to this address: https (or this machine's sandbox) and a host of the allow-list. */
export function mayVisit(url: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, hostname } = new URL(url);
  const local = hostname === "127.0.0.1" || hostname === "localhost";
  return (protocol === "https:" || (protocol === "http:" && local)) && hosts.includes(host);
}
