import "server-only";
import { and, eq } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { orders, type PaymentAttempt, paymentAttempts } from "@/lib/db/schema";
import { listenToCalls, record } from "@/lib/payments/history";
import { releaseLease, takeLease } from "@/lib/payments/lease";
import { syncPayment } from "@/lib/payments/sync";
import { isSecuconnectError } from "@/lib/secuconnect/errors";

export type CaptureResult =
  | { ok: true; state: PaymentAttempt["state"] }
  | {
      ok: false;
      reason: "nothing_authorised" | "busy" | "refused" | "unreachable";
      supportId?: string | null;
    };

/**
 * The merchant takes the money of an authorised payment (api.md 8.5). What came of it is read back, also after a lost
 * answer; a second call at the same moment hears `busy`, a later one `nothing_authorised`. After `unreachable` the
 * outcome is not known yet; the call may be repeated.
 */
export async function captureAuthorised(
  ctx: Context,
  orderId: string,
  admin: { email: string },
): Promise<CaptureResult> {
  const authorised = await findAuthorised(ctx, orderId);
  if (!authorised) return { ok: false, reason: "nothing_authorised" };
  const attempt = await takeLease(ctx, authorised.id);
  if (!attempt) return { ok: false, reason: "busy" };
  const { outcomeUnknown, supportId } = await startAuthorised(ctx, { ...attempt, stxId: authorised.stxId });
  const seen = await syncPayment(ctx, attempt.id, "admin");
  // Not before the outcome is stored: whoever takes the lease next must find the attempt no longer authorised.
  await releaseLease(ctx, attempt.id, outcomeUnknown);
  if (!seen.ok || seen.state === "approved")
    return { ok: false, reason: "unreachable", supportId: supportId ?? (seen.ok ? null : seen.supportId) };
  await record(ctx, ctx.db, {
    orderId,
    attemptId: attempt.id,
    source: "admin",
    kind: "note",
    summary: `captured by ${admin.email}: ${seen.state}`,
  });
  const taken = seen.state === "accepted" || seen.state === "pending";
  return taken ? { ok: true, state: seen.state } : { ok: false, reason: "refused", supportId };
}

async function findAuthorised(ctx: Context, orderId: string): Promise<{ id: string; stxId: string } | null> {
  const [found] = await ctx.db
    .select({ id: paymentAttempts.id, stxId: paymentAttempts.stxId })
    .from(paymentAttempts)
    .innerJoin(orders, eq(orders.id, paymentAttempts.orderId))
    .where(
      and(
        eq(paymentAttempts.orderId, orderId),
        eq(paymentAttempts.state, "approved"),
        eq(orders.state, "open"),
      ),
    );
  return found?.stxId ? { id: found.id, stxId: found.stxId } : null;
}

async function startAuthorised(
  ctx: Context,
  attempt: PaymentAttempt & { stxId: string },
): Promise<{ outcomeUnknown: boolean; supportId: string | null }> {
  const calls = listenToCalls(ctx, attempt, "admin");
  try {
    const smart = await ctx.secuconnect.readTransaction(attempt.stxId, calls);
    if (smart.status === "approved") await ctx.secuconnect.start(attempt.stxId, null, calls);
    return { outcomeUnknown: false, supportId: null };
  } catch (error) {
    if (!isSecuconnectError(error)) throw error;
    ctx.log("warn", "payment could not be captured", {
      attemptId: attempt.id,
      kind: error.kind,
      supportId: error.supportId,
    });
    return { outcomeUnknown: error.mayHaveHappened, supportId: error.supportId };
  } finally {
    await calls.keep();
  }
}
