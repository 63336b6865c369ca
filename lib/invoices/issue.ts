import { and, asc, eq } from "drizzle-orm";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import {
  type DocumentKind,
  documents,
  type Order,
  type OrderLine,
  orderLines,
  orders,
  type StoredDocument,
} from "@/lib/db/schema";
import { type DocumentContent, documentContent } from "@/lib/invoices/content";
import { drawDocumentNumber } from "@/lib/invoices/numbers";
import { readProfile, type ShopProfile } from "@/lib/settings/profile";
import { dayOf } from "@/lib/text/berlin-day";

/** What all documents of an order begin with. */
export type Letterhead = {
  number: string;
  locale: Order["locale"];
  issuedOn: string;
  orderNumber: string;
  orderedOn: string;
  email: string;
  seller: ShopProfile;
  buyer: Order["billing"];
};

export type IssuedDocument = StoredDocument & { content: DocumentContent };

type What = {
  order: Order;
  kind: DocumentKind;
  /** What it is for; the same cause never makes a second one. */
  cause: string;
  /** Everything but the number is known before; null: there is nothing to issue. */
  write: (head: Letterhead) => DocumentContent | null;
};

/**
 * Issues a document once: under the order's row lock, its number and its content in one transaction. A repetition gets
 * the one that is there.
 */
export async function issueOnce(ctx: Context, tx: Tx, what: What): Promise<IssuedDocument | null> {
  const { order, kind, cause, write } = what;
  const existing = await findIssued(tx, order.id, kind, cause);
  if (existing) return existing;
  const seller = await readProfile(tx);
  const head = { locale: order.locale, orderNumber: order.number, email: order.email, seller };
  const now = ctx.now();
  const issuedOn = dayOf(now);
  const draft = { ...head, buyer: order.billing, orderedOn: dayOf(order.placedAt), issuedOn };
  if (write({ ...draft, number: "" }) === null) return null;
  const number = await drawDocumentNumber(tx, kind, issuedOn.slice(0, 4));
  const content = write({ ...draft, number });
  const id = ctx.newId();
  await tx.insert(documents).values({ id, orderId: order.id, kind, cause, number, issuedAt: now, content });
  return findIssued(tx, order.id, kind, cause);
}

/** The document of this cause, if it was issued. */
export async function findIssued(
  tx: Tx,
  orderId: string,
  kind: DocumentKind,
  cause: string,
): Promise<IssuedDocument | null> {
  const [row] = await tx
    .select()
    .from(documents)
    .where(and(eq(documents.orderId, orderId), eq(documents.kind, kind), eq(documents.cause, cause)));
  return row ? { ...row, content: documentContent.parse(row.content) } : null;
}

/** Locks the order, so that two at once do not issue the same; throws when there is none. */
export async function lockOrder(tx: Tx, orderId: string): Promise<{ order: Order; lines: OrderLine[] }> {
  const [order] = await tx.select().from(orders).where(eq(orders.id, orderId)).for("update");
  if (!order) throw new Error(`no order ${orderId}`);
  const lines = await tx
    .select()
    .from(orderLines)
    .where(eq(orderLines.orderId, orderId))
    .orderBy(asc(orderLines.position));
  return { order, lines };
}
