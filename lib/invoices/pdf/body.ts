import { translator } from "@/lib/i18n/messages";
import type {
  CreditNoteContent,
  DeliveryNoteContent,
  DocumentContent,
  InvoiceContent,
  PricedContent,
} from "@/lib/invoices/content";
import { envelope } from "@/lib/invoices/pdf/letter";
import { looks, mm } from "@/lib/invoices/pdf/paper";
import { payment } from "@/lib/invoices/pdf/payment";
import { paragraph, type Sheet } from "@/lib/invoices/pdf/sheet";
import { sums } from "@/lib/invoices/pdf/sums";
import { table } from "@/lib/invoices/pdf/table";
import { showDay } from "@/lib/invoices/show";
import { formatCents } from "@/lib/money";

/** The pairs beside the address. */
export function factsOf(document: DocumentContent): [string, string][] {
  const t = translator(document.locale, "documents.head");
  const day = (value: string) => showDay(value, document.locale);
  const order: [string, string][] = [
    [t("order"), document.orderNumber],
    [t("ordered"), day(document.orderedOn)],
  ];
  const vatId = document.buyer.vatId;
  const buyer: [string, string][] = vatId ? [[t("buyerVat"), vatId]] : [];
  switch (document.kind) {
    case "invoice":
      return [
        [t("invoiceNumber"), document.number],
        [t("issued"), day(document.issuedOn)],
        [t(document.delivery === "collection" ? "collected" : "delivered"), day(document.deliveredOn)],
        ...order,
        ...buyer,
      ];
    case "credit_note":
      return [
        [t("creditNumber"), document.number],
        [t("date"), day(document.issuedOn)],
        [t("toInvoice"), document.invoice.number],
        [t("invoiceDate"), day(document.invoice.issuedOn)],
        ...order,
        ...buyer,
      ];
    case "delivery_note":
      return [
        [t("noteNumber"), document.number],
        [t("date"), day(document.issuedOn)],
        ...order,
        [t("carrier"), document.carrier],
        [t("tracking"), document.trackingId],
      ];
    default:
      return document satisfies never;
  }
}

/** Everything below the title. */
export function body(sheet: Sheet, document: DocumentContent): void {
  paragraph(sheet, introOf(document), looks.body);
  sheet.y += mm(4);
  if (document.kind === "delivery_note") {
    goods(sheet, document);
    return;
  }
  pricedLines(sheet, document);
  sums(sheet, document);
  if (document.kind === "invoice") {
    payment(sheet, document);
    deliveredTo(sheet, document);
  } else {
    settled(sheet, document);
  }
}

function introOf(document: DocumentContent): string {
  const t = translator(document.locale, "documents.intro");
  switch (document.kind) {
    case "invoice":
      return t("invoice");
    case "credit_note": {
      const date = showDay(document.invoice.issuedOn, document.locale);
      return t(document.isWhole ? "whole" : document.reason, { number: document.invoice.number, date });
    }
    case "delivery_note":
      return t(document.isPart ? "deliveryPart" : "delivery");
    default:
      return document satisfies never;
  }
}

function pricedLines(sheet: Sheet, { lines, locale }: PricedContent): void {
  const t = translator(locale, "documents.table");
  table(
    sheet,
    [
      { label: t("pos"), width: mm(10), align: "left" },
      { label: t("item"), width: mm(79), align: "left" },
      { label: t("quantity"), width: mm(14), align: "right" },
      { label: t("vat"), width: mm(14), align: "right" },
      { label: t("unitPrice"), width: mm(23), align: "right" },
      { label: t("total"), width: mm(25), align: "right" },
    ],
    lines.map((line, index) => [
      { text: String(index + 1) },
      { text: line.name, ...(line.sku ? { sub: line.sku } : {}) },
      { text: String(line.quantity) },
      { text: `${line.vatPercent} %` },
      { text: formatCents(line.unitPrice, locale) },
      { text: formatCents(line.total, locale) },
    ]),
  );
}

function goods(sheet: Sheet, { lines, locale }: DeliveryNoteContent): void {
  const t = translator(locale, "documents.table");
  table(
    sheet,
    [
      { label: t("pos"), width: mm(12), align: "left" },
      { label: t("item"), width: mm(128), align: "left" },
      { label: t("quantity"), width: mm(25), align: "right" },
    ],
    lines.map(({ name, sku, quantity }, index) => [
      { text: String(index + 1) },
      { text: name, ...(sku ? { sub: sku } : {}) },
      { text: String(quantity) },
    ]),
  );
  sheet.y += mm(4);
}

function deliveredTo(sheet: Sheet, { shipTo, delivery, locale, seller }: InvoiceContent): void {
  const t = translator(locale, "documents");
  sheet.y += mm(3);
  if (delivery === "collection") {
    paragraph(sheet, t("collect"), looks.label);
  } else if (shipTo) {
    paragraph(sheet, `${t("shipTo")}: ${envelope(shipTo, locale, seller.country).join(", ")}`, looks.label);
  }
}

function settled(sheet: Sheet, { reason, locale }: CreditNoteContent): void {
  sheet.y += mm(5);
  paragraph(sheet, translator(locale, "documents.settled")(reason), looks.bold);
}
