import { maxItems, maxQuantity } from "@/lib/basket/codec";
import type { Basket } from "@/lib/basket/types";

export type ChangeRefusal = "sold_out" | "limited" | "too_many" | "basket_full";
export type Change = { ok: true; basket: Basket } | { ok: false; reason: ChangeRefusal };

/** Adds pieces of an article to what lies in the basket already; `available` is what the shop could sell now. */
export function addItem(basket: Basket, sku: string, quantity: number, available: number): Change {
  return setItem(basket, sku, quantityOf(basket, sku) + quantity, available);
}

/** Sets the pieces of an article. `quantity` must be a positive integer. */
export function setItem(basket: Basket, sku: string, quantity: number, available: number): Change {
  if (available <= 0) return { ok: false, reason: "sold_out" };
  if (quantity > maxQuantity) return { ok: false, reason: "too_many" };
  if (quantity > available) return { ok: false, reason: "limited" };
  const known = basket.items.some((item) => item.sku === sku);
  if (!known && basket.items.length >= maxItems) return { ok: false, reason: "basket_full" };
  const items = known
    ? basket.items.map((item) => (item.sku === sku ? { sku, quantity } : item))
    : [...basket.items, { sku, quantity }];
  return { ok: true, basket: { ...basket, items } };
}

/** Takes an article out. Unknown ones are no error: it is gone either way. */
export function removeItem(basket: Basket, sku: string): Basket {
  return { ...basket, items: basket.items.filter((item) => item.sku !== sku) };
}

/** Puts a coupon code in place of an earlier one, or takes it out with null. */
export function withCoupon(basket: Basket, coupon: string | null): Basket {
  return { ...basket, coupon };
}

/** Rounds the total up for a donation, or no longer. */
export function withRoundUp({ items, coupon }: Basket, roundUp: boolean): Basket {
  return { items, coupon, ...(roundUp && { roundUp }) };
}

function quantityOf(basket: Basket, sku: string): number {
  return basket.items.find((item) => item.sku === sku)?.quantity ?? 0;
}
