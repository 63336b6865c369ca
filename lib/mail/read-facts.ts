import { and, asc, desc, eq } from "drizzle-orm";
import type { Context } from "@/lib/context";
import type { Db } from "@/lib/db/client";
import {
  documents,
  ledger,
  type Order,
  type OutboxMail,
  orderLines,
  orders,
  type PaymentAttempt,
  paymentAttempts,
  refunds,
  shippingNotes,
} from "@/lib/db/schema";
import { defaultLocale } from "@/lib/i18n/config";
import { documentFile } from "@/lib/invoices/file";
import { type LegalText, readLegalText } from "@/lib/legal/read";
import type { OrderFacts, Parcel, ShopFacts } from "@/lib/mail/facts";
import { girocodeFile } from "@/lib/mail/girocode";
import { isForMerchant, type MailKind } from "@/lib/mail/kinds";
import type { Attachment } from "@/lib/mail/post";
import type { Cents } from "@/lib/money";
import { owedFor } from "@/lib/orders/sums";

type Known = { kind: MailKind; about: string | null };

/** Reads what a mail about an order needs. Throws when the order is not there. */
export async function readOrderFacts(
  ctx: Context,
  mail: OutboxMail,
  { kind, about }: Known,
  shop: Omit<ShopFacts, "locale">,
): Promise<OrderFacts> {
  const { db } = ctx;
  const [order] = mail.orderId ? await db.select().from(orders).where(eq(orders.id, mail.orderId)) : [];
  if (!order) throw new Error(`${mail.kind} belongs to no order`);
  const attempt = await readAttempt(db, order);
  const lines = await db
    .select()
    .from(orderLines)
    .where(eq(orderLines.orderId, order.id))
    .orderBy(asc(orderLines.position));
  return {
    ...shop,
    locale: isForMerchant(kind) ? defaultLocale : order.locale,
    order,
    lines,
    attempt,
    about,
    amount: await readAmount(db, order, kind, about),
    parcel: kind === "shipped" ? await readParcel(db, order, about) : null,
    girocode: attempt.transfer ? await girocodeFile(attempt.transfer, owedFor(order)) : null,
    legal: kind === "order_received" ? await readContractTexts(db, order) : [],
    files: await readFiles(ctx, order, kind, about),
  };
}

async function readAttempt(db: Db, order: Order): Promise<PaymentAttempt> {
  const attempts = await db
    .select()
    .from(paymentAttempts)
    .where(eq(paymentAttempts.orderId, order.id))
    .orderBy(desc(paymentAttempts.createdAt));
  const attempt = attempts.find(({ state }) => state === "accepted") ?? attempts[0];
  if (!attempt) throw new Error(`order ${order.number} has no payment attempt`);
  return attempt;
}

/** The sum this mail is about: a refund in the ledger by its PSP id, or an amount that was lowered. */
async function readAmount(db: Db, order: Order, kind: MailKind, about: string | null): Promise<Cents | null> {
  if (about === null) return null;
  if (kind === "refunded" || kind === "refund_failed") {
    const [row] = await db
      .select({ amount: ledger.amount })
      .from(ledger)
      .where(and(eq(ledger.orderId, order.id), eq(ledger.pspId, about), eq(ledger.kind, kind)));
    return row?.amount ?? null;
  }
  if (kind !== "reduced") return null;
  const [row] = await db
    .select({ amount: refunds.amount })
    .from(refunds)
    .where(and(eq(refunds.orderId, order.id), eq(refunds.id, about)));
  return row?.amount ?? null;
}

async function readParcel(db: Db, order: Order, noteId: string | null): Promise<Parcel | null> {
  if (noteId === null) return order.shipment;
  const [note] = await db
    .select()
    .from(shippingNotes)
    .where(and(eq(shippingNotes.orderId, order.id), eq(shippingNotes.id, noteId)));
  return note ?? order.shipment;
}

async function readContractTexts(db: Db, { locale }: Order): Promise<LegalText[]> {
  const texts = [await readLegalText(db, "terms", locale), await readLegalText(db, "withdrawal", locale)];
  return texts.filter((text) => text !== null);
}

/** The invoice goes with the goods, a credit note with its refund. A file that cannot be made does not keep the mail. */
async function readFiles(
  ctx: Context,
  order: Order,
  kind: MailKind,
  about: string | null,
): Promise<Attachment[]> {
  const isGone = order.state === "shipped" && about === null;
  const isInvoice = isGone && (kind === "shipped" || kind === "collected");
  if (!isInvoice && kind !== "refunded") return [];
  const wanted = isInvoice
    ? eq(documents.kind, "invoice")
    : and(eq(documents.kind, "credit_note"), eq(documents.cause, `refund:${about}`));
  const rows = await ctx.db
    .select({ id: documents.id })
    .from(documents)
    .where(and(eq(documents.orderId, order.id), wanted))
    .limit(1);
  const files: Attachment[] = [];
  for (const { id } of rows) {
    try {
      const file = await documentFile(ctx, id);
      if (file) files.push({ filename: file.name, content: Buffer.from(file.bytes), contentType: file.type });
    } catch (error) {
      ctx.log("error", "a document could not be attached", { document: id, error: String(error) });
    }
  }
  return files;
}
