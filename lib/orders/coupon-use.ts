import { and, eq, gt, isNull, lt, ne, or, sql } from "drizzle-orm";
import type { Tx } from "@/lib/db/client";
import { coupons, ledger, type Order } from "@/lib/db/schema";

/** Thrown inside the placing transaction so that all of it is rolled back; callers turn it into a refusal. */
export class CouponUsedUpError extends Error {
  override name = "CouponUsedUpError";
}

/** Counting is the check: of several orders at once no more get through than there are uses left. Throws CouponUsedUpError. */
export async function redeemCoupon(tx: Tx, code: string, now: Date): Promise<void> {
  const used = await tx
    .update(coupons)
    .set(oneMore)
    .where(
      and(
        eq(coupons.code, code),
        eq(coupons.active, true),
        or(isNull(coupons.validUntil), gt(coupons.validUntil, now)),
        usesLeft,
      ),
    )
    .returning({ code: coupons.code });
  if (used.length === 0) throw new CouponUsedUpError();
}

/** The order lapsed or was called off and no money ever came: somebody else may use the coupon instead. */
export async function returnCoupon(tx: Tx, order: Pick<Order, "id" | "couponCode">): Promise<void> {
  if (!order.couponCode || (await hadMoney(tx, order.id))) return;
  await tx
    .update(coupons)
    .set({ uses: sql`${coupons.uses} - 1` })
    .where(and(eq(coupons.code, order.couponCode), gt(coupons.uses, 0)));
}

/**
 * The order goes on after it had lapsed, by the money of this attempt: its use counts again. False when others have used
 * the coupon up meanwhile; the price that was promised holds all the same.
 */
export async function retakeCoupon(
  tx: Tx,
  order: Pick<Order, "id" | "couponCode">,
  attemptId: string,
): Promise<boolean> {
  if (!order.couponCode || (await hadMoney(tx, order.id, attemptId))) return true;
  const used = await tx
    .update(coupons)
    .set(oneMore)
    .where(and(eq(coupons.code, order.couponCode), usesLeft))
    .returning({ code: coupons.code });
  return used.length > 0;
}

async function hadMoney(tx: Tx, orderId: string, exceptOf?: string): Promise<boolean> {
  const received = await tx
    .select({ id: ledger.id })
    .from(ledger)
    .where(
      and(
        eq(ledger.orderId, orderId),
        eq(ledger.kind, "received"),
        exceptOf ? ne(ledger.attemptId, exceptOf) : undefined,
      ),
    )
    .limit(1);
  return received.length > 0;
}

const oneMore = { uses: sql`${coupons.uses} + 1` };
const usesLeft = or(isNull(coupons.maxUses), lt(coupons.uses, coupons.maxUses));
