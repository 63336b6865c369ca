import { and, asc, eq, isNull, lte, or, sql } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { type OutboxMail, outbox } from "@/lib/db/schema";

const minute = 60_000;

/** One that claimed a mail and said nothing for so long has died: longer than any conversation with a mail server. */
export const leaseMs = 2 * minute;

/** A mail is given up when it was tried this often and is that old; both, so that a long stand-still kills none. */
export const enoughTries = 12;
export const enoughTimeMs = 24 * 60 * minute;

/** Growing pauses up to a quarter of an hour: after an outage of the mail server nobody waits longer than that. */
export function pauseMs(attempts: number): number {
  return Math.min(2 ** Math.max(0, attempts - 1), 15) * minute;
}

const isWaiting = and(isNull(outbox.sentAt), isNull(outbox.deadAt));

/**
 * Takes the next mail that is due, for this caller alone. Whoever takes it must say how it went within `leaseMs`; else
 * somebody takes it again, with the same Message-ID, so that the second one is known as a copy of the first.
 */
export function claimMail(ctx: Context): Promise<OutboxMail | null> {
  return ctx.db.transaction(async (tx) => {
    const now = ctx.now();
    const [due] = await tx
      .select({ id: outbox.id })
      .from(outbox)
      .where(and(isWaiting, or(isNull(outbox.nextTryAt), lte(outbox.nextTryAt, now))))
      .orderBy(sql`${outbox.nextTryAt} asc nulls first`, asc(outbox.createdAt))
      .limit(1)
      .for("update", { skipLocked: true });
    if (!due) return null;
    const [mail] = await tx
      .update(outbox)
      .set({
        attempts: sql`${outbox.attempts} + 1`,
        nextTryAt: new Date(now.getTime() + leaseMs),
        messageId: sql`coalesce(${outbox.messageId}, ${messageIdOf(ctx, due.id)})`,
      })
      .where(eq(outbox.id, due.id))
      .returning();
    return mail ?? null;
  });
}

/** Made of the row's id alone, so that each try has the same one. */
export function messageIdOf(ctx: Pick<Context, "settings">, unique: string): string {
  return `<${unique}@${new URL(ctx.settings.appUrl).hostname}>`;
}

/** The mail server has it. */
export async function markSent(ctx: Context, mail: OutboxMail): Promise<void> {
  await ctx.db
    .update(outbox)
    .set({ sentAt: ctx.now(), lastError: null, nextTryAt: null })
    .where(claimOf(mail));
}

/** What it would say is no longer true: it counts as done, and having no Message-ID tells that nothing was sent. */
export async function markNeedless(ctx: Context, mail: OutboxMail): Promise<void> {
  await ctx.db
    .update(outbox)
    .set({ sentAt: ctx.now(), messageId: null, lastError: null, nextTryAt: null })
    .where(claimOf(mail));
}

/** It did not go out. `forGood`: asking again would bring the same answer. Tells whether it was given up. */
export async function markFailed(
  ctx: Context,
  mail: OutboxMail,
  why: string,
  forGood: boolean,
): Promise<boolean> {
  const now = ctx.now();
  const isOld = now.getTime() - mail.createdAt.getTime() >= enoughTimeMs;
  const isDead = forGood || (isOld && mail.attempts >= enoughTries);
  await ctx.db
    .update(outbox)
    .set({
      lastError: why.slice(0, 500),
      deadAt: isDead ? now : null,
      nextTryAt: isDead ? null : new Date(now.getTime() + pauseMs(mail.attempts)),
    })
    .where(claimOf(mail));
  return isDead;
}

/** The row as it was claimed: one who comes back after somebody else took it over changes nothing. */
const claimOf = (mail: OutboxMail) =>
  and(eq(outbox.id, mail.id), eq(outbox.attempts, mail.attempts), isWaiting);
