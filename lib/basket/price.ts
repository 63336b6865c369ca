import { couponProblem } from "@/lib/basket/coupon";
import { spread } from "@/lib/basket/spread";
import type { Basket, BasketProblem, PricedBasket, PricedLine } from "@/lib/basket/types";
import type { Coupon, Delivery, Product, VatGroup } from "@/lib/db/schema";
import { type Cents, cents, sum, times, type VatPercent, vatIncluded } from "@/lib/money";

/** What shipping costs, and from which goods value (after the discount) it costs nothing; gross cents. */
export const shippingCost = cents(490);
export const freeShippingFrom = cents(5000);

/** secuconnect takes no payment of nothing, so a coupon leaves at least this much to pay. */
const leastTotal = cents(1);
const euro = 100;

export type PriceableProduct = Pick<
  Product,
  "sku" | "name" | "price" | "vatPercent" | "stock" | "reserved" | "active"
>;

type Options = { locale: "de" | "en"; now: Date; delivery?: Delivery };
type Priced = { priced: PricedBasket; problems: BasketProblem[] };

const words = {
  de: { shipping: "Versand", donation: "Spende", coupon: (code: string) => `Gutschein ${code}` },
  en: { shipping: "Shipping", donation: "Donation", coupon: (code: string) => `Voucher ${code}` },
};

/**
 * Prices a basket with the shop's own prices, in gross cents. Items that cannot be sold are left out or lowered to
 * what there is, and named in `problems`; a coupon that does not count is named there too. Discount and shipping
 * are spread over the goods' VAT rates, so that lines, VAT groups and total always agree. Goods that are fetched cost
 * no shipping. A donation is what is missing to the next full euro; it bears no VAT and no coupon lowers it.
 */
export function price(
  basket: Basket,
  products: readonly PriceableProduct[],
  coupon: Coupon | null,
  { locale, now, delivery = "shipping" }: Options,
): Priced {
  const { articles, problems } = articleLines(basket, products, locale);
  const goods = sum(articles.map((line) => line.total));
  const refusal = basket.coupon && couponProblem(basket.coupon, coupon, goods, now);
  if (refusal && articles.length > 0) problems.push(refusal);
  const discount = coupon && basket.coupon && !refusal ? discountOf(coupon, goods, delivery) : cents(0);
  const couponCode = coupon && discount > 0 ? coupon.code : null;
  const shipping = shippingOf(goods, discount, delivery);
  const payable = goods - discount + shipping;
  const donation = basket.roundUp ? missingToEuro(cents(payable)) : cents(0);

  const perRate = grossPerRate(articles);
  const lines = [
    ...articles,
    ...ratedLines("shipping", words[locale].shipping, spread(shipping, perRate)),
    ...ratedLines("coupon", words[locale].coupon(couponCode ?? ""), spread(discount, perRate)),
    ...(donation > 0 ? [plainLine("donation", words[locale].donation, 0, donation)] : []),
  ];
  const priced = {
    lines,
    count: articles.reduce((count, line) => count + line.quantity, 0),
    goods,
    discount,
    shipping,
    donation,
    total: cents(payable + donation),
    vatGroups: vatGroupsOf(lines),
    couponCode,
  };
  return { priced, problems };
}

/** With free delivery the coupon stops short of the whole value; otherwise shipping remains to be paid anyway. */
function discountOf(coupon: Coupon, goods: Cents, delivery: Delivery): Cents {
  const most = delivery === "collection" ? goods - leastTotal : goods;
  return cents(Math.max(0, Math.min(coupon.amount, most)));
}

function shippingOf(goods: Cents, discount: Cents, delivery: Delivery): Cents {
  const free = delivery === "collection" || goods === 0 || goods - discount >= freeShippingFrom;
  return free ? cents(0) : shippingCost;
}

/** What is missing from an amount to the next full euro; nothing when it is one already. */
export function missingToEuro(amount: Cents): Cents {
  return cents((euro - (amount % euro)) % euro);
}

function articleLines(basket: Basket, products: readonly PriceableProduct[], locale: "de" | "en") {
  const bySku = new Map(products.map((product) => [product.sku, product]));
  const articles: PricedLine[] = [];
  const problems: BasketProblem[] = [];
  for (const [sku, wanted] of quantityPerSku(basket)) {
    const product = bySku.get(sku);
    if (!product?.active) {
      problems.push({ kind: "unknown_item", sku });
      continue;
    }
    const name = product.name[locale];
    const available = Math.max(0, product.stock - product.reserved);
    const quantity = Math.min(wanted, available);
    if (available === 0) problems.push({ kind: "sold_out", sku, name });
    else if (quantity < wanted) problems.push({ kind: "limited", sku, name, available });
    if (quantity === 0) continue;
    articles.push({
      type: "article",
      sku,
      name,
      quantity,
      unitPrice: product.price,
      vatPercent: product.vatPercent,
      total: times(product.price, quantity),
    });
  }
  return { articles, problems };
}

function quantityPerSku(basket: Basket): Map<string, number> {
  const merged = new Map<string, number>();
  for (const { sku, quantity } of basket.items) merged.set(sku, (merged.get(sku) ?? 0) + quantity);
  return merged;
}

function grossPerRate(lines: readonly PricedLine[]): Map<VatPercent, Cents> {
  const groups = new Map<VatPercent, Cents>();
  for (const line of lines) {
    const amount = line.type === "coupon" ? -line.total : line.total;
    groups.set(line.vatPercent, cents((groups.get(line.vatPercent) ?? 0) + amount));
  }
  return new Map([...groups].sort(([a], [b]) => b - a));
}

function ratedLines(type: "shipping" | "coupon", name: string, shares: Map<VatPercent, Cents>): PricedLine[] {
  return [...shares]
    .filter(([, share]) => share > 0)
    .map(([vatPercent, share]) => plainLine(type, name, vatPercent, share));
}

function plainLine(
  type: Exclude<PricedLine["type"], "article">,
  name: string,
  vatPercent: VatPercent,
  total: Cents,
): PricedLine {
  return { type, sku: null, name, quantity: 1, unitPrice: total, vatPercent, total };
}

function vatGroupsOf(lines: readonly PricedLine[]): VatGroup[] {
  return [...grossPerRate(lines)]
    .filter(([, gross]) => gross !== 0)
    .map(([percent, gross]) => {
      const vat = vatIncluded(gross, percent);
      return { percent, gross, net: cents(gross - vat), vat };
    });
}
