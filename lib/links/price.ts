import { price } from "@/lib/basket/price";
import type { BasketProblem, PricedBasket } from "@/lib/basket/types";
import { findProductsBySku } from "@/lib/catalog/queries";
import type { Db } from "@/lib/db/client";
import type { PaymentLink, Product } from "@/lib/db/schema";
import { type Cents, cents, type VatPercent, vatIncluded } from "@/lib/money";

export type LinkContent = Pick<PaymentLink, "text" | "amount" | "vatPercent" | "items">;

type Options = { locale: "de" | "en"; now: Date };
type Priced = { priced: PricedBasket; problems: BasketProblem[] };

/**
 * What a payment link costs at this moment, in gross cents. A free amount is one line without shipping; articles cost
 * what they cost in the shop, with shipping as in the basket. `problems` names articles that cannot be delivered as asked.
 */
export async function priceLink(db: Db, link: LinkContent, options: Options): Promise<Priced> {
  const skus = (link.items ?? []).map((item) => item.sku);
  return priceContent(link, await findProductsBySku(db, skus), options);
}

/** The same with products that were read before, for lists. */
export function priceContent(link: LinkContent, products: readonly Product[], options: Options): Priced {
  if (link.items) return price({ items: link.items, coupon: null }, products, null, options);
  return { priced: freeAmount(link.text, link.amount ?? cents(0), link.vatPercent ?? 0), problems: [] };
}

function freeAmount(name: string, amount: Cents, vatPercent: VatPercent): PricedBasket {
  const vat = vatIncluded(amount, vatPercent);
  return {
    lines: [{ type: "article", sku: null, name, quantity: 1, unitPrice: amount, vatPercent, total: amount }],
    count: 1,
    goods: amount,
    discount: cents(0),
    shipping: cents(0),
    donation: cents(0),
    total: amount,
    vatGroups: [{ percent: vatPercent, gross: amount, net: cents(amount - vat), vat }],
    couponCode: null,
  };
}
