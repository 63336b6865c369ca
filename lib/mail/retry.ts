import { eq } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { outbox } from "@/lib/db/schema";
import { wakeWorker } from "@/lib/jobs/wake";
import { messageIdOf } from "@/lib/mail/outbox";

/**
 * A person wants a mail sent now: one that was given up or waits is tried at once, one that was sent goes out again as
 * a new message. Who may do so is checked by the action around it. Answers false for an unknown mail.
 */
export async function retryMail(ctx: Context, id: string): Promise<boolean> {
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id)) return false;
  const found = await ctx.db.transaction(async (tx) => {
    const [mail] = await tx.select().from(outbox).where(eq(outbox.id, id)).for("update");
    if (!mail) return false;
    const messageId = mail.sentAt ? messageIdOf(ctx, `${mail.id}.${ctx.newId()}`) : mail.messageId;
    await tx
      .update(outbox)
      .set({ sentAt: null, deadAt: null, attempts: 0, nextTryAt: ctx.now(), lastError: null, messageId })
      .where(eq(outbox.id, id));
    return true;
  });
  if (found) wakeWorker("send-mail");
  return found;
}
