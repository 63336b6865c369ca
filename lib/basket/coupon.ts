import type { BasketProblem } from "@/lib/basket/types";
import type { Coupon } from "@/lib/db/schema";
import type { Cents } from "@/lib/money";

/**
 * Why a coupon does not count for goods of this gross value in cents, or null when it does. `coupon` is what the
 * database knows under `code`. The use itself is counted when the order is placed.
 */
export function couponProblem(
  code: string,
  coupon: Coupon | null,
  goods: Cents,
  now: Date,
): BasketProblem | null {
  if (!coupon?.active) return { kind: "coupon_unknown", code };
  if (coupon.validUntil && coupon.validUntil.getTime() <= now.getTime())
    return { kind: "coupon_expired", code };
  if (coupon.maxUses !== null && coupon.uses >= coupon.maxUses) return { kind: "coupon_used_up", code };
  if (goods < coupon.minimum) return { kind: "coupon_minimum", code, minimum: coupon.minimum };
  return null;
}
