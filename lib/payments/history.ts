import type { Context } from "@/lib/context";
import type { Db, Tx } from "@/lib/db/client";
import { type EventSource, type PaymentEvent, paymentEvents } from "@/lib/db/schema";
import type { CallListener, CallRecord } from "@/lib/secuconnect/types";

type NewEvent = Pick<PaymentEvent, "source" | "kind" | "summary"> &
  Partial<Pick<PaymentEvent, "id" | "orderId" | "attemptId" | "supportId" | "pspEventId" | "raw">>;

/** Appends to an order's history. A PSP event that is already there is not written twice; tells whether it was new. */
export async function record(ctx: Context, db: Db | Tx, event: NewEvent): Promise<boolean> {
  const rows = await db
    .insert(paymentEvents)
    .values({ id: ctx.newId(), at: ctx.now(), ...event })
    .onConflictDoNothing({ target: paymentEvents.pspEventId })
    .returning({ id: paymentEvents.id });
  return rows.length === 1;
}

/** Collects the calls made for one attempt. `keep` writes them to its history; never call it inside a transaction. */
export function listenToCalls(ctx: Context, attempt: { id: string; orderId: string }, source: EventSource) {
  const calls: CallRecord[] = [];
  const onCall: CallListener = (call) => calls.push(call);
  const keep = async () => {
    const rows = calls.splice(0).map((call) => ({
      id: ctx.newId(),
      orderId: attempt.orderId,
      attemptId: attempt.id,
      at: call.at,
      source,
      kind: "call" as const,
      summary: `${call.method} ${call.path} → ${call.status ?? call.error ?? "no answer"} (${Math.round(call.durationMs)} ms)`,
      supportId: call.supportId,
      raw: { request: call.request ?? null, response: call.response ?? null },
    }));
    if (rows.length > 0) await ctx.db.insert(paymentEvents).values(rows);
  };
  return { onCall, keep };
}
