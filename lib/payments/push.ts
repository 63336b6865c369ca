import { and, eq, or } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "@/lib/context";
import { ledger, paymentAttempts, paymentEvents } from "@/lib/db/schema";
import { enqueue } from "@/lib/jobs/queues";
import { syncOrder } from "@/lib/payments/follow";
import { record } from "@/lib/payments/history";

const pushSchema = z.object({
  id: z.string().max(64),
  target: z.string().max(100),
  type: z.string().max(50).optional(),
  data: z.array(z.object({ object: z.string().max(100), id: z.string().max(64) })).max(10),
});
export type Push = z.infer<typeof pushSchema>;

/** Reads a push body (api.md 15.2). Null for anything that is not one. */
export function parsePush(body: string): Push | null {
  try {
    return pushSchema.parse(JSON.parse(body));
  } catch {
    return null;
  }
}

/**
 * Keeps the push and, in the same transaction, adds the job that follows it. False when this event was kept before: then
 * its job was added then, and nothing is added now.
 */
export function keepPush(ctx: Context, orderId: string, push: Push): Promise<boolean> {
  const eventId = ctx.newId();
  return ctx.db.transaction(async (tx) => {
    const isNew = await record(ctx, tx, {
      id: eventId,
      orderId,
      source: "push",
      kind: "push",
      summary: `${push.target} ${push.type ?? ""}: ${push.data.map(({ id }) => id).join(", ")}`,
      pspEventId: push.id,
      raw: push,
    });
    if (isNew) await enqueue(tx, "follow-push", { eventId });
    return isNew;
  });
}

/** Follows a push that was kept. `ok` is false when secuconnect did not answer: then it is to be followed again. */
export async function followKeptPush(ctx: Context, eventId: string): Promise<{ ok: boolean }> {
  const [event] = await ctx.db.select().from(paymentEvents).where(eq(paymentEvents.id, eventId));
  if (!event?.orderId) throw new Error(`no push ${eventId}`);
  return followPush(ctx, event.orderId, pushSchema.parse(event.raw));
}

/**
 * The work after the answer. The body is only a hint to look (api.md 15.5): the order's payments are read with the
 * shop's own credentials, and an id that turns out not to be this order's is noted and otherwise ignored.
 */
export async function followPush(ctx: Context, orderId: string, push: Push): Promise<{ ok: boolean }> {
  if (push.target !== "payment.transactions") {
    ctx.log("info", "push about something else", { orderId, target: push.target });
    return { ok: true };
  }
  const looked = await syncOrder(ctx, orderId, "push");
  if (!looked.ok) return looked;
  for (const { id } of push.data) {
    if (await belongsTo(ctx, orderId, id)) continue;
    await record(ctx, ctx.db, {
      orderId,
      source: "push",
      kind: "ignored",
      summary: `push for ${id}, which is not this order's`,
    });
    ctx.log("warn", "push for a foreign payment", { orderId, event: push.id });
  }
  return { ok: true };
}

async function belongsTo(ctx: Context, orderId: string, pciId: string): Promise<boolean> {
  const attempts = await ctx.db
    .select({ id: paymentAttempts.id })
    .from(paymentAttempts)
    .where(and(eq(paymentAttempts.orderId, orderId), eq(paymentAttempts.pciId, pciId)));
  if (attempts.length > 0) return true;
  const booked = await ctx.db
    .select({ id: ledger.id })
    .from(ledger)
    .where(and(eq(ledger.orderId, orderId), or(eq(ledger.pspId, pciId))));
  return booked.length > 0;
}
