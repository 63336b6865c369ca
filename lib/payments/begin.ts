import { and, eq, isNull, lt, or } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { type EventSource, orderLines, orders, type PaymentAttempt, paymentAttempts } from "@/lib/db/schema";
import { listenToCalls } from "@/lib/payments/history";
import { asMethod } from "@/lib/payments/methods";
import { transactionRequest } from "@/lib/payments/request";
import { payUrlOf, syncPayment } from "@/lib/payments/sync";
import { isSecuconnectError } from "@/lib/secuconnect/errors";
import type { CallOptions, SmartTransaction } from "@/lib/secuconnect/types";

/** Where the buyer goes after the attempt has been carried as far as it goes without them. */
export type NextStep = { kind: "redirect"; url: string } | { kind: "order" };

/** Longer than all calls of one attempt can take together, so that a crashed holder does not block for long. */
const leaseMs = 60_000;

/**
 * Carries an attempt from wherever it stands to where the buyer or their bank is next: creates the Smart Transaction,
 * and for the shop's own pages authorises and starts it (api.md 9.1, 9.2). One caller at a time does the work; a second
 * click meanwhile gets the order page. Nothing is created twice: once a create has left the house, its reference is
 * looked up first (api.md 28.20). When secuconnect does not answer, the attempt stays as it is and can be begun again.
 */
export async function beginPayment(ctx: Context, attemptId: string, source: EventSource): Promise<NextStep> {
  const attempt = await takeLease(ctx, attemptId);
  if (!attempt) return nextStep(ctx, attemptId);
  const calls = listenToCalls(ctx, attempt, source);
  let outcomeUnknown = false;
  try {
    const stxId = await ensureTransaction(ctx, attempt, calls);
    if (stxId && attempt.flow === "own") await carryOut(ctx, stxId, attempt.method, calls);
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

async function takeLease(ctx: Context, attemptId: string): Promise<PaymentAttempt | undefined> {
  const now = ctx.now();
  const [attempt] = await ctx.db
    .update(paymentAttempts)
    .set({ leaseUntil: new Date(now.getTime() + leaseMs) })
    .where(
      and(
        eq(paymentAttempts.id, attemptId),
        or(
          eq(paymentAttempts.state, "new"),
          eq(paymentAttempts.state, "created"),
          eq(paymentAttempts.state, "approved"),
        ),
        or(isNull(paymentAttempts.leaseUntil), lt(paymentAttempts.leaseUntil, now)),
      ),
    )
    .returning();
  return attempt;
}

/**
 * After an unknown outcome the lease runs out by itself: the call may still be at work over there, and a search index
 * may show a fresh transaction late (api.md 5).
 */
async function releaseLease(ctx: Context, attemptId: string, outcomeUnknown: boolean): Promise<void> {
  if (outcomeUnknown) return;
  await ctx.db.update(paymentAttempts).set({ leaseUntil: null }).where(eq(paymentAttempts.id, attemptId));
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
  const created = await ctx.secuconnect.createTransaction(
    transactionRequest(ctx.settings, order, lines, attempt),
    options,
  );
  return keepTransaction(ctx, attempt, created);
}

async function keepTransaction(
  ctx: Context,
  attempt: PaymentAttempt,
  smart: SmartTransaction,
): Promise<string> {
  await ctx.db
    .update(paymentAttempts)
    .set({ stxId: smart.id, payUrl: payUrlOf(smart.paymentLinks, attempt.method), updatedAt: ctx.now() })
    .where(eq(paymentAttempts.id, attempt.id));
  return smart.id;
}

/** Does the next call that is still missing, told by the status that secuconnect itself reports. */
async function carryOut(ctx: Context, stxId: string, name: string, options: CallOptions): Promise<void> {
  const method = asMethod(name);
  if (!method) throw new Error(`unknown payment method ${name}`);
  let smart = await ctx.secuconnect.readTransaction(stxId, options);
  if (smart.status === "created") {
    smart =
      method === "prepaid"
        ? await ctx.secuconnect.start(stxId, "prepaid", options)
        : await ctx.secuconnect.prepare(stxId, method, {}, options);
  }
  if (smart.status === "approved") await ctx.secuconnect.start(stxId, null, options);
}

async function nextStep(ctx: Context, attemptId: string): Promise<NextStep> {
  const [attempt] = await ctx.db.select().from(paymentAttempts).where(eq(paymentAttempts.id, attemptId));
  if (attempt?.flow !== "hosted" || attempt.state !== "created" || !attempt.payUrl) return { kind: "order" };
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
