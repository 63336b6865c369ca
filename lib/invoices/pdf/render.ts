import PDFDocument from "pdfkit";
import { translator } from "@/lib/i18n/messages";
import type { DocumentContent } from "@/lib/invoices/content";
import { body, factsOf } from "@/lib/invoices/pdf/body";
import { feet, letterhead } from "@/lib/invoices/pdf/letter";
import { colors, paper } from "@/lib/invoices/pdf/paper";
import type { Sheet } from "@/lib/invoices/pdf/sheet";
import { createSetter } from "@/lib/invoices/pdf/text";
import { facturX, xmlName } from "@/lib/invoices/pdf/xmp";
import { plainText } from "@/lib/invoices/plain-text";

type Options = { issuedAt: Date; xml: string | null };

/**
 * The document as PDF/A-3b, tagged, with embedded fonts; `xml` travels inside as Factur-X. The same content always
 * gives the same file.
 */
export function renderPdf(content: DocumentContent, { issuedAt, xml }: Options): Promise<Uint8Array> {
  const t = translator(content.locale, "documents");
  const maker = forMetadata(content.seller.shopName);
  const doc = new PDFDocument({
    size: [paper.width, paper.height],
    margin: 0,
    pdfVersion: "1.7",
    subset: "PDF/A-3b",
    tagged: true,
    displayTitle: true,
    bufferPages: true,
    lang: content.locale === "de" ? "de-DE" : "en-GB",
    info: {
      Title: `${t(`head.${content.kind}`)} ${content.number}`,
      Author: maker,
      Creator: maker,
      Producer: "Kontor",
      CreationDate: issuedAt,
      ModDate: issuedAt,
    },
  });
  const file = collect(doc);
  if (xml) attach(doc, xml, issuedAt);
  const root = doc.struct("Document");
  doc.addStructure(root);
  const sheet: Sheet = { doc, set: createSetter(doc), root, y: 0 };
  doc.fillColor(colors.text);
  letterhead(sheet, content, factsOf(content));
  body(sheet, content);
  root.end();
  feet(sheet, content);
  doc.end();
  return file;
}

function attach(doc: PDFKit.PDFDocument, xml: string, at: Date): void {
  // The library's types do not know the relationship yet, which PDF/A-3 wants.
  const file: PDFKit.Mixins.PDFAttachmentOptions & { relationship: string } = {
    name: xmlName,
    type: "text/xml",
    description: "EN 16931",
    relationship: "Alternative",
    creationDate: at,
    modifiedDate: at,
  };
  doc.file(Buffer.from(xml), file);
  doc.appendXML(facturX);
}

function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parts: Uint8Array[] = [];
    doc.on("data", (part: Uint8Array) => parts.push(part));
    doc.on("end", () => resolve(new Uint8Array(Buffer.concat(parts))));
    doc.on("error", reject);
  });
}

/** The library writes it into XML as it is. */
function forMetadata(text: string): string {
  return plainText(text).replace(/[<>&"']/g, " ");
}
