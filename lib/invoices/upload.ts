import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { documents, type PaymentAttempt, paymentAttempts } from "@/lib/db/schema";
import { documentFile } from "@/lib/invoices/file";
import { listenToCalls } from "@/lib/payments/history";
import { takesDocuments } from "@/lib/secuconnect/payments";
import type { CallOptions } from "@/lib/secuconnect/types";

/**
 * Stores a document at secuconnect and attaches it to the order's payment (api.md 20). May be repeated: what was done
 * is kept after each step, so a crash uploads a file a second time at worst and never attaches two. Methods that take
 * no documents are left alone. Throws SecuconnectError.
 */
export async function uploadDocument(ctx: Context, documentId: string): Promise<void> {
  const [document] = await ctx.db.select().from(documents).where(eq(documents.id, documentId));
  if (!document || document.assignedAt) return;
  const attempt = await payingAttempt(ctx, document.orderId);
  if (!attempt?.pciId || !takesDocuments(attempt.method)) return;
  const calls = listenToCalls(ctx, attempt, "sweep");
  const options = { onCall: calls.onCall };
  try {
    const uploadId = document.uploadId ?? (await upload(ctx, documentId, options));
    const { hash } = await ctx.secuconnect.readPayment(attempt.pciId, options);
    if (!hash) throw new Error(`payment ${attempt.pciId} has no hash to attach a document to`);
    const payment = { method: attempt.method, hash };
    await ctx.secuconnect.assignInvoice({ ...payment, documentId: uploadId, updateExisting: true }, options);
    await ctx.db.update(documents).set({ assignedAt: ctx.now() }).where(eq(documents.id, documentId));
  } finally {
    await calls.keep();
  }
}

async function payingAttempt(ctx: Context, orderId: string): Promise<PaymentAttempt | undefined> {
  const [attempt] = await ctx.db
    .select()
    .from(paymentAttempts)
    .where(
      and(
        eq(paymentAttempts.orderId, orderId),
        inArray(paymentAttempts.state, ["accepted", "issue", "refunded"]),
      ),
    )
    .orderBy(desc(paymentAttempts.createdAt))
    .limit(1);
  return attempt;
}

async function upload(ctx: Context, documentId: string, options: CallOptions): Promise<string> {
  const file = await documentFile(ctx, documentId, "pdf");
  if (!file) throw new Error(`no file of document ${documentId}`);
  const { id } = await ctx.secuconnect.uploadDocument(file.bytes, options);
  await ctx.db
    .update(documents)
    .set({ uploadId: id })
    .where(and(eq(documents.id, documentId), isNull(documents.uploadId)));
  return id;
}
