import "server-only";
import { addItem, type Change, setItem, withCoupon } from "@/lib/basket/change";
import { couponProblem } from "@/lib/basket/coupon";
import { price } from "@/lib/basket/price";
import type { Basket, BasketProblem, PricedBasket } from "@/lib/basket/types";
import { findCoupon, findProductsBySku } from "@/lib/catalog/queries";
import type { Db } from "@/lib/db/client";
import type { Delivery, Product } from "@/lib/db/schema";

type Refused<Reason extends string> = { ok: false; reason: Reason };
type CouponReason = "coupon_unknown" | "coupon_expired" | "coupon_used_up";

/** What a basket costs at this moment, from the database and never from a cache; see `price`. */
export async function priceBasket(
  db: Db,
  basket: Basket,
  options: { locale: "de" | "en"; now: Date; delivery?: Delivery },
): Promise<{ priced: PricedBasket; problems: BasketProblem[]; products: Product[] }> {
  const products = await findProductsBySku(
    db,
    basket.items.map((item) => item.sku),
  );
  const coupon = basket.coupon ? await findCoupon(db, basket.coupon) : null;
  return { ...price(basket, products, coupon ?? null, options), products };
}

type Wish = { sku: string; quantity: number };

/** Adds or sets pieces of an article, after a look at what the shop has of it now. */
export async function changeQuantity(
  db: Db,
  basket: Basket,
  { sku, quantity }: Wish,
  how: "add" | "set",
): Promise<Change | Refused<"unknown_product">> {
  const [product] = await findProductsBySku(db, [sku]);
  if (!product?.active) return { ok: false, reason: "unknown_product" };
  const available = product.stock - product.reserved;
  return how === "add"
    ? addItem(basket, sku, quantity, available)
    : setItem(basket, sku, quantity, available);
}

/**
 * Puts a coupon into the basket. One whose minimum is not reached yet is kept: the basket page says what is missing,
 * and it counts as soon as the goods are worth enough.
 */
export async function enterCoupon(
  db: Db,
  basket: Basket,
  code: string,
  now: Date,
): Promise<{ ok: true; basket: Basket } | Refused<CouponReason>> {
  const { priced } = await priceBasket(db, { ...basket, coupon: null }, { locale: "de", now });
  const problem = couponProblem(code, (await findCoupon(db, code)) ?? null, priced.goods, now);
  switch (problem?.kind) {
    case "coupon_unknown":
    case "coupon_expired":
    case "coupon_used_up":
      return { ok: false, reason: problem.kind };
    default:
      return { ok: true, basket: withCoupon(basket, code) };
  }
}
