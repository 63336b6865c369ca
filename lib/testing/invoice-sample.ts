import { type PriceableProduct, price } from "@/lib/basket/price";
import type { PricedBasket } from "@/lib/basket/types";
import type { Coupon, Order, OrderLine } from "@/lib/db/schema";
import type { InvoiceContent } from "@/lib/invoices/content";
import { invoiceContent } from "@/lib/invoices/invoice";
import type { Letterhead } from "@/lib/invoices/issue";
import { cents, type VatPercent } from "@/lib/money";
import { sampleProfile } from "@/lib/settings/profile";

/** What a made-up order is made of. */
export type SampleOrder = {
  items: readonly { price: number; vatPercent: VatPercent; quantity: number; name?: string }[];
  coupon?: number;
  roundUp?: boolean;
  delivery?: Order["delivery"];
  locale?: "de" | "en";
};

export const sampleTransfer = {
  owner: "secupay AG",
  iban: "DE90999999990000004711",
  bic: "TESTDEFFXXX",
  bankname: "Testbank",
  purpose: "TA 110090565",
};

export const sampleHead: Letterhead = {
  number: "R-2026-10001",
  locale: "de",
  issuedOn: "2026-11-21",
  orderNumber: "K-10001",
  orderedOn: "2026-11-19",
  email: "kunde@kontor.example",
  seller: { ...sampleProfile, isSample: false },
  buyer: {
    company: "Muster & Partner GmbH",
    vatId: "DE123456788",
    forename: "Erika",
    surname: "Muster",
    street: "Hauptstraße",
    streetNumber: "5",
    postalCode: "01309",
    city: "Dresden",
    country: "DE",
  },
};

/** Priced as the shop prices baskets. */
export function samplePriced(sample: SampleOrder): PricedBasket {
  const products: PriceableProduct[] = sample.items.map((item, index) => {
    const name = item.name ?? `Artikel ${index + 1}`;
    const { vatPercent, quantity } = item;
    const stock = { stock: quantity, reserved: 0, active: true };
    return {
      sku: `SKU-${index + 1}`,
      name: { de: name, en: name },
      price: cents(item.price),
      vatPercent,
      ...stock,
    };
  });
  const coupon: Coupon | null = sample.coupon
    ? {
        code: "GRUSS",
        amount: cents(sample.coupon),
        minimum: cents(0),
        validUntil: null,
        maxUses: null,
        uses: 0,
        active: true,
        createdAt: new Date("2026-01-01T00:00:00Z"),
      }
    : null;
  const items = products.map(({ sku, stock }) => ({ sku, quantity: stock }));
  const basket = {
    items,
    coupon: coupon?.code ?? null,
    ...(sample.roundUp ? { roundUp: true as const } : {}),
  };
  const { delivery = "shipping", locale = "de" } = sample;
  return price(basket, products, coupon, { locale, now: new Date("2026-11-21T09:00:00Z"), delivery }).priced;
}

/** The lines as an order stores them. */
export function sampleLines({ lines }: PricedBasket): OrderLine[] {
  return lines.map((line, position) => ({ orderId: "", position, ...line }));
}

/** The invoice of a made-up order, unpaid unless `over` says otherwise. */
export function sampleInvoice(
  sample: SampleOrder,
  over: { head?: Partial<Letterhead>; method?: string; order?: Partial<Order> } = {},
): InvoiceContent {
  const priced = samplePriced(sample);
  const none = cents(0);
  const order = {
    total: priced.total,
    reduced: none,
    received: none,
    refunded: none,
    delivery: sample.delivery ?? "shipping",
    shipping: null,
    ...over.order,
  } as const;
  const head = { ...sampleHead, locale: sample.locale ?? "de", ...over.head };
  const attempt = { method: over.method ?? "invoice", transfer: sampleTransfer };
  return invoiceContent(head, order, sampleLines(priced), attempt);
}
