import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { orders, withdrawals } from "@/lib/db/schema";

/** Notes that a withdrawal was dealt with. Only the first of several callers does it. */
export function settleWithdrawal(
  ctx: Context,
  id: string,
): Promise<{ ok: true } | { ok: false; reason: "withdrawal_settled" }> {
  return ctx.db.transaction(async (tx) => {
    const now = ctx.now();
    const [settled] = await tx
      .update(withdrawals)
      .set({ settledAt: now })
      .where(and(eq(withdrawals.id, id), isNull(withdrawals.settledAt)))
      .returning({ orderId: withdrawals.orderId });
    if (!settled) return { ok: false, reason: "withdrawal_settled" };
    if (settled.orderId)
      await tx
        .update(orders)
        .set({ version: sql`${orders.version} + 1`, updatedAt: now })
        .where(eq(orders.id, settled.orderId));
    return { ok: true };
  });
}
