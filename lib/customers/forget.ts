import { and, asc, eq, inArray, lt } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { keptForDays } from "@/lib/customers/token";
import type { Tx } from "@/lib/db/client";
import { type Customer, customers, orders, paymentAttempts } from "@/lib/db/schema";
import { enqueue } from "@/lib/jobs/queues";
import { isSecuconnectError } from "@/lib/secuconnect/errors";

const day = 24 * 60 * 60_000;
const batch = 20;

/**
 * Forgets a customer: the row goes at once, their orders stay without the link to it, and a job deletes what
 * secuconnect holds. False when nobody was remembered.
 */
export function forgetCustomer(ctx: Context, id: string): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    const [customer] = await tx.select().from(customers).where(eq(customers.id, id)).for("update");
    if (!customer) return false;
    await forgetAtSecuconnect(ctx, tx, customer);
    await tx.delete(customers).where(eq(customers.id, id));
    return true;
  });
}

/** Forgets who has not ordered for a year; answers how many. */
export async function forgetUnused(ctx: Context, signal?: AbortSignal): Promise<number> {
  const due = await ctx.db
    .select({ id: customers.id })
    .from(customers)
    .where(lt(customers.lastUsedAt, new Date(ctx.now().getTime() - keptForDays * day)))
    .orderBy(asc(customers.lastUsedAt))
    .limit(batch);
  let forgotten = 0;
  for (const { id } of due) {
    if (signal?.aborted) break;
    if (await forgetCustomer(ctx, id)) forgotten++;
  }
  return forgotten;
}

/**
 * Owes secuconnect the deletion of a customer's objects, by a job of this transaction. While one of their payments is
 * being made it waits for a day: the payment may need them.
 */
export async function forgetAtSecuconnect(
  ctx: Context,
  tx: Tx,
  { id, pcuId, pctId }: Pick<Customer, "id" | "pcuId" | "pctId">,
): Promise<void> {
  if (!pcuId && !pctId) return;
  const [paying] = await tx
    .select({ id: paymentAttempts.id })
    .from(paymentAttempts)
    .innerJoin(orders, eq(orders.id, paymentAttempts.orderId))
    .where(and(eq(orders.customerId, id), inArray(paymentAttempts.state, ["new", "created", "approved"])))
    .limit(1);
  const startAfter = paying ? new Date(ctx.now().getTime() + day) : undefined;
  await enqueue(tx, "forget-customer", { pcuId, pctId }, startAfter);
}

/**
 * Deletes a Payment Container and a Payment Customer (api.md 17, 18). Throws SecuconnectError when secuconnect does not
 * answer, so that the job is repeated; what is gone already counts as done.
 */
export async function deleteAtSecuconnect(
  ctx: Context,
  { pcuId, pctId }: { pcuId: string | null; pctId: string | null },
): Promise<void> {
  const { secuconnect } = ctx;
  if (pctId && !(await isDone(() => secuconnect.deleteContainer(pctId)))) {
    // Deleting needs a right of its own; putting out of use does not.
    await isDone(() => secuconnect.archiveContainer(pctId));
  }
  if (pcuId && !(await isDone(() => secuconnect.deleteCustomer(pcuId))))
    ctx.log("warn", "a payment customer was not deleted: unknown or not allowed", { pcuId });
}

/** False when secuconnect refuses for good. */
async function isDone(call: () => Promise<void>): Promise<boolean> {
  try {
    await call();
    return true;
  } catch (error) {
    if (!isSecuconnectError(error) || error.kind !== "http" || error.retryable) throw error;
    return error.httpStatus === 404;
  }
}
