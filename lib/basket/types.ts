import type { VatGroup } from "@/lib/db/schema";
import type { Cents, VatPercent } from "@/lib/money";

/** What the basket cookie holds: no price, no name. */
export type Basket = {
  items: { sku: string; quantity: number }[];
  coupon: string | null;
  /** Round the total up to the next full euro and give the difference as a donation. */
  roundUp?: true;
};

/** One line as it will be frozen into the order. A coupon's amounts are positive and subtract (api.md 7.2). */
export type PricedLine = {
  type: "article" | "shipping" | "coupon" | "donation";
  sku: string | null;
  name: string;
  quantity: number;
  unitPrice: Cents;
  vatPercent: VatPercent;
  total: Cents;
};

/** A basket with the server's prices. Articles + shipping + donation − coupons = total; the VAT groups sum to it too. */
export type PricedBasket = {
  lines: PricedLine[];
  count: number;
  goods: Cents;
  discount: Cents;
  shipping: Cents;
  donation: Cents;
  total: Cents;
  vatGroups: VatGroup[];
  couponCode: string | null;
};

/** Why the basket is not as the buyer left it, or why its coupon does not count. */
export type BasketProblem =
  | { kind: "unknown_item"; sku: string }
  | { kind: "sold_out"; sku: string; name: string }
  | { kind: "limited"; sku: string; name: string; available: number }
  | { kind: "coupon_unknown" | "coupon_expired" | "coupon_used_up"; code: string }
  | { kind: "coupon_minimum"; code: string; minimum: Cents };
