import { z } from "zod";
import type { Cents, VatPercent } from "@/lib/money";
import { cents } from "@/lib/money";

const money = z.int().transform((value): Cents => cents(value));
const vatPercent = z.literal([0, 7, 19]) satisfies z.ZodType<VatPercent>;
/** A day in the shop's own time zone, `2026-11-21`. */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const address = z.object({
  company: z.string().optional(),
  vatId: z.string().optional(),
  forename: z.string(),
  surname: z.string(),
  street: z.string(),
  streetNumber: z.string(),
  addition: z.string().optional(),
  postalCode: z.string(),
  city: z.string(),
  country: z.string(),
});

const seller = z.object({
  shopName: z.string(),
  legalName: z.string(),
  street: z.string(),
  postalCode: z.string(),
  city: z.string(),
  country: z.string(),
  email: z.string(),
  phone: z.string(),
  vatId: z.string(),
  taxNumber: z.string(),
  register: z.string(),
  isSample: z.boolean(),
});

const line = z.object({
  type: z.enum(["article", "shipping", "coupon", "donation", "deduction", "refund"]),
  sku: z.string().nullable(),
  name: z.string(),
  quantity: z.int().positive(),
  unitPrice: money,
  vatPercent,
  /** Gross; negative for what lowers the sum. */
  total: money,
});

const vatGroup = z.object({ percent: vatPercent, gross: money, net: money, vat: money });

const transfer = z.object({
  owner: z.string(),
  iban: z.string(),
  bic: z.string(),
  bankname: z.string(),
  purpose: z.string(),
});

const payment = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("transfer"), transfer, amount: money }),
  z.object({ kind: z.literal("paid"), method: z.string() }),
  /** To be paid, but secuconnect named no account: the order page tells how. */
  z.object({ kind: z.literal("open"), amount: money }),
]);

const base = z.object({
  locale: z.enum(["de", "en"]),
  number: z.string(),
  issuedOn: day,
  orderNumber: z.string(),
  orderedOn: day,
  email: z.string(),
  seller,
  buyer: address,
});

const priced = base.extend({ lines: z.array(line), vatGroups: z.array(vatGroup), total: money });

const invoice = priced.extend({
  kind: z.literal("invoice"),
  deliveredOn: day,
  delivery: z.enum(["shipping", "collection"]),
  shipTo: address.nullable(),
  payment,
  /** What was given back or taken off before: it lowers this invoice and is no matter of a credit note. */
  before: z.object({ refunded: money, reduced: money }),
});

const creditNote = priced.extend({
  kind: z.literal("credit_note"),
  /** refund: money went back. reduction: less is owed than the invoice said. */
  reason: z.enum(["refund", "reduction"]),
  /** It takes back the invoice as it was. */
  isWhole: z.boolean(),
  invoice: z.object({ number: z.string(), issuedOn: day }),
});

const deliveryNote = base.extend({
  kind: z.literal("delivery_note"),
  isPart: z.boolean(),
  shipTo: address,
  carrier: z.string(),
  trackingId: z.string(),
  lines: z.array(z.object({ sku: z.string().nullable(), name: z.string(), quantity: z.int().positive() })),
});

/** What a document says, frozen when it is issued; its files are made of nothing else. Amounts are gross cents. */
export const documentContent = z.discriminatedUnion("kind", [invoice, creditNote, deliveryNote]);

export type DocumentContent = z.output<typeof documentContent>;
export type InvoiceContent = z.output<typeof invoice>;
export type CreditNoteContent = z.output<typeof creditNote>;
export type DeliveryNoteContent = z.output<typeof deliveryNote>;
export type PricedContent = InvoiceContent | CreditNoteContent;
export type DocumentLine = z.output<typeof line>;
export type DocumentAddress = z.output<typeof address>;
export type DocumentSeller = z.output<typeof seller>;

/** Whether it gets a machine-readable twin: business customers only (decision 011). */
export function hasXml(content: DocumentContent): content is PricedContent {
  return content.kind !== "delivery_note" && Boolean(content.buyer.company);
}
