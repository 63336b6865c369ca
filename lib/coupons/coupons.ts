import { and, asc, desc, eq, gt } from "drizzle-orm";
import { couponCodeSchema } from "@/lib/basket/codec";
import type { Context } from "@/lib/context";
import type { Db } from "@/lib/db/client";
import { type Coupon, coupons, type Order, orders } from "@/lib/db/schema";
import type { Cents } from "@/lib/money";

export type CouponState = "valid" | "expired" | "usedUp" | "ended";

/** What a coupon is worth to somebody who enters it now, apart from its minimum. */
export function couponState(coupon: Coupon, now: Date): CouponState {
  if (!coupon.active) return "ended";
  if (coupon.validUntil && coupon.validUntil <= now) return "expired";
  if (coupon.maxUses !== null && coupon.uses >= coupon.maxUses) return "usedUp";
  return "valid";
}

export type NewCoupon = {
  /** In capitals, as `couponCodeSchema` wants it. */
  code: string;
  amount: Cents;
  minimum: Cents;
  validUntil: Date | null;
  maxUses: number | null;
};

/** Makes a coupon; false when there is one with this code, ended ones included. */
export async function makeCoupon(ctx: Context, input: NewCoupon): Promise<boolean> {
  const made = await ctx.db
    .insert(coupons)
    .values({ ...input, createdAt: ctx.now() })
    .onConflictDoNothing()
    .returning({ code: coupons.code });
  return made.length === 1;
}

/** Ends a coupon for good: nobody can use it any more. False when it was ended before or never was. */
export async function endCoupon(db: Db, code: string): Promise<boolean> {
  const ended = await db
    .update(coupons)
    .set({ active: false })
    .where(and(eq(coupons.code, code), eq(coupons.active, true)))
    .returning({ code: coupons.code });
  return ended.length === 1;
}

/** Codes come from addresses: anything else never reaches the database. */
const isCode = (text: string) => couponCodeSchema.safeParse(text).success;

/** Coupons by code, page by page; `after` is the last code of the page before. */
export async function listCoupons(
  db: Db,
  after: string | null,
  pageSize = 100,
): Promise<{ coupons: Coupon[]; next: string | null }> {
  const rows = await db
    .select()
    .from(coupons)
    .where(after && isCode(after) ? gt(coupons.code, after) : undefined)
    .orderBy(asc(coupons.code))
    .limit(pageSize + 1);
  const page = rows.slice(0, pageSize);
  return { coupons: page, next: rows.length > pageSize ? (page.at(-1)?.code ?? null) : null };
}

export type CouponOrder = Pick<Order, "id" | "number" | "placedAt" | "total" | "state">;

/** How many orders of a coupon are shown. */
export const couponOrderLimit = 50;

/** A coupon with the newest orders that name it; null for an unknown code. */
export async function findCouponDetail(
  db: Db,
  code: string,
): Promise<{ coupon: Coupon; orders: CouponOrder[] } | null> {
  if (!isCode(code)) return null;
  const [coupon] = await db.select().from(coupons).where(eq(coupons.code, code));
  if (!coupon) return null;
  const { id, number, placedAt, total, state } = orders;
  const used = await db
    .select({ id, number, placedAt, total, state })
    .from(orders)
    .where(eq(orders.couponCode, coupon.code))
    .orderBy(desc(orders.placedAt), desc(orders.id))
    .limit(couponOrderLimit);
  return { coupon, orders: used };
}
