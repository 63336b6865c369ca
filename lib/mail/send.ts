import type { Context } from "@/lib/context";
import type { OutboxMail } from "@/lib/db/schema";
import { composeMail } from "@/lib/mail/compose";
import { claimMail, markFailed, markNeedless, markSent } from "@/lib/mail/outbox";
import type { Post } from "@/lib/mail/post";

const together = 3;

/**
 * Sends what the outbox owes until nothing is due, and answers how many went out. Several rounds and instances may do
 * so at once: each mail is taken by one of them. When the mail server is away the round ends and all keep their place.
 */
export async function sendOwedMails(ctx: Context, post: Post, signal?: AbortSignal): Promise<number> {
  const round = { sent: 0, isOver: false };
  const work = async () => {
    while (!round.isOver && !signal?.aborted) {
      const mail = await claimMail(ctx);
      if (!mail) return;
      const outcome = await sendOne(ctx, post, mail);
      if (outcome === "sent") round.sent++;
      if (outcome === "unreachable") round.isOver = true;
    }
  };
  await Promise.all(Array.from({ length: together }, work));
  return round.sent;
}

async function sendOne(
  ctx: Context,
  post: Post,
  mail: OutboxMail,
): Promise<"sent" | "not_sent" | "unreachable"> {
  try {
    const message = await composeMail(ctx, mail);
    if (!message) {
      await markNeedless(ctx, mail);
      return "not_sent";
    }
    const posted = await post.send(message);
    if (posted.ok) {
      await markSent(ctx, mail);
      return "sent";
    }
    const isDead = await markFailed(ctx, mail, posted.detail, posted.reason === "refused");
    report(ctx, mail, posted.reason, isDead);
    return posted.reason === "unreachable" ? "unreachable" : "not_sent";
  } catch (error) {
    const isDead = await markFailed(ctx, mail, error instanceof Error ? error.message : String(error), false);
    ctx.log("error", "a mail could not be written", {
      mail: mail.id,
      kind: mail.kind,
      error: String(error),
      isDead,
    });
    return "not_sent";
  }
}

/** The server's answer may name the address, so it stays in the outbox. */
function report(ctx: Context, mail: OutboxMail, reason: string, isDead: boolean): void {
  ctx.log(isDead ? "error" : "warn", isDead ? "a mail was given up" : "a mail waits for its next try", {
    mail: mail.id,
    kind: mail.kind,
    attempts: mail.attempts,
    reason,
  });
}
