import { z } from "zod";
import type { Basket } from "@/lib/basket/types";

/** The most pieces of one article and the most different articles a basket holds. */
export const maxQuantity = 99;
export const maxItems = 50;

/** Browsers drop cookies of more than 4096 bytes; a longer one was not made here. */
const maxCookieLength = 3800;

/** Messages are keys below `basket.errors`. */
export const skuSchema = z
  .string("unknown_product")
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/, "unknown_product");
export const couponCodeSchema = z.string().regex(/^[A-Z0-9][A-Z0-9-]{1,23}$/, "coupon_unknown");

const cookieSchema = z.object({
  i: z.array(z.tuple([skuSchema, z.int().min(1).max(maxQuantity)])).max(maxItems),
  c: couponCodeSchema.nullable(),
  r: z.literal(1).optional(),
});

export const emptyBasket: Basket = { items: [], coupon: null };

/** The basket as a cookie value: short, URL-safe, without prices. */
export function encodeBasket(basket: Basket): string {
  const items = basket.items.map(({ sku, quantity }) => [sku, quantity]);
  return Buffer.from(JSON.stringify({ i: items, c: basket.coupon, r: basket.roundUp && 1 })).toString(
    "base64url",
  );
}

/** Reads a cookie value. Anything forged, damaged or oversize is an empty basket; it never throws. */
export function decodeBasket(value: string | undefined): Basket {
  if (!value || value.length > maxCookieLength) return emptyBasket;
  const parsed = cookieSchema.safeParse(parseJson(Buffer.from(value, "base64url").toString("utf8")));
  if (!parsed.success) return emptyBasket;
  const { i, c, r } = parsed.data;
  const items = i.map(([sku, quantity]) => ({ sku, quantity }));
  return { items, coupon: c, ...(r && { roundUp: true }) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** How many pieces lie in the basket, as the badge shows it. */
export function countPieces(basket: Basket): number {
  return basket.items.reduce((count, item) => count + item.quantity, 0);
}
