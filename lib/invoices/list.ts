import { and, asc, eq } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { type DocumentKind, documents } from "@/lib/db/schema";
import { documentContent, hasXml } from "@/lib/invoices/content";

export type ListedDocument = {
  id: string;
  kind: DocumentKind;
  number: string;
  issuedAt: Date;
  /** Whether there is a machine-readable twin (`?format=xml`). */
  hasXml: boolean;
};

/** All documents of an order, the oldest first. */
export async function listDocuments(db: Db, orderId: string): Promise<ListedDocument[]> {
  const rows = await db
    .select({
      id: documents.id,
      kind: documents.kind,
      number: documents.number,
      issuedAt: documents.issuedAt,
      content: documents.content,
    })
    .from(documents)
    .where(eq(documents.orderId, orderId))
    .orderBy(asc(documents.issuedAt), asc(documents.kind), asc(documents.number));
  return rows.map(({ content, ...row }) => ({ ...row, hasXml: hasXml(documentContent.parse(content)) }));
}

/** The id of an order's document, or null when it belongs to another order or does not exist. */
export async function findDocument(db: Db, orderId: string, id: string): Promise<string | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  const [row] = await db
    .select({ id: documents.id })
    .from(documents)
    .where(and(eq(documents.id, id), eq(documents.orderId, orderId)));
  return row?.id ?? null;
}
