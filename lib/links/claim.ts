import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import type { Tx } from "@/lib/db/client";
import { orders, paymentLinks } from "@/lib/db/schema";

/** Thrown inside the placing transaction so that all of it is rolled back; callers turn it into a refusal. */
export class LinkTakenError extends Error {
  override name = "LinkTakenError";
}

/**
 * Makes an order the one of its payment link. The write is the check: of several buyers at once one gets through. An
 * order that lapsed or was cancelled leaves its link free. Throws LinkTakenError when the link is taken, over or ended.
 */
export async function claimLink(tx: Tx, linkId: string, orderId: string, now: Date): Promise<void> {
  const free = sql`exists (select 1 from ${orders} where ${orders.id} = ${paymentLinks.orderId} and ${orders.state} in ('cancelled', 'expired'))`;
  const claimed = await tx
    .update(paymentLinks)
    .set({ orderId })
    .where(
      and(
        eq(paymentLinks.id, linkId),
        isNull(paymentLinks.endedAt),
        or(isNull(paymentLinks.expiresAt), gt(paymentLinks.expiresAt, now)),
        or(isNull(paymentLinks.orderId), free),
      ),
    )
    .returning({ id: paymentLinks.id });
  if (claimed.length === 0) throw new LinkTakenError();
}
