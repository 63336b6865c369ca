import { and, eq, isNull } from "drizzle-orm";
import type { Context } from "@/lib/context";
import { documents } from "@/lib/db/schema";
import { translator } from "@/lib/i18n/messages";
import { buildCii } from "@/lib/invoices/cii";
import { type DocumentContent, documentContent, hasXml } from "@/lib/invoices/content";
import { renderPdf } from "@/lib/invoices/pdf/render";

export type DocumentFile = { name: string; type: string; bytes: Uint8Array };

/**
 * A document's file, made on first demand and stored: from then on it never changes. null for an unknown id or an XML
 * that the document does not have.
 */
export async function documentFile(
  ctx: Context,
  id: string,
  format: "pdf" | "xml" = "pdf",
): Promise<DocumentFile | null> {
  const [row] = await ctx.db.select().from(documents).where(eq(documents.id, id));
  if (!row) return null;
  const content = documentContent.parse(row.content);
  if (format === "xml" && !hasXml(content)) return null;
  const stored = row.pdf ? { pdf: row.pdf, xml: row.xml } : await make(ctx, id, content, row.issuedAt);
  const kind = translator(content.locale, "documents")(`file.${content.kind}`);
  if (format === "pdf")
    return { name: `${kind}-${row.number}.pdf`, type: "application/pdf", bytes: stored.pdf };
  if (!stored.xml) return null;
  const bytes = new TextEncoder().encode(stored.xml);
  return { name: `${kind}-${row.number}.xml`, type: "application/xml", bytes };
}

/** Of several at once the first one's files stay. */
async function make(ctx: Context, id: string, content: DocumentContent, issuedAt: Date) {
  const xml = hasXml(content) ? buildCii(content) : null;
  const pdf = await renderPdf(content, { issuedAt, xml });
  const won = await ctx.db
    .update(documents)
    .set({ pdf, xml })
    .where(and(eq(documents.id, id), isNull(documents.pdf)))
    .returning({ id: documents.id });
  if (won.length > 0) return { pdf, xml };
  const [kept] = await ctx.db
    .select({ pdf: documents.pdf, xml: documents.xml })
    .from(documents)
    .where(eq(documents.id, id));
  return { pdf: kept?.pdf ?? pdf, xml: kept?.xml ?? xml };
}
