import { translator } from "@/lib/i18n/messages";
import type { DocumentAddress, DocumentContent } from "@/lib/invoices/content";
import { colors, leading, looks, mm, paper } from "@/lib/invoices/pdf/paper";
import { content, element, ornament, rule, type Sheet } from "@/lib/invoices/pdf/sheet";
import { showDay } from "@/lib/invoices/show";

const addressLines = 6;

/** The lines of an address as they stand on an envelope; foreign countries are named. */
export function envelope(address: DocumentAddress, locale: "de" | "en", home: string): string[] {
  const country =
    address.country === home
      ? ""
      : (new Intl.DisplayNames(locale, { type: "region" }).of(address.country) ?? "");
  return [
    address.company ?? "",
    `${address.forename} ${address.surname}`,
    address.addition ?? "",
    `${address.street} ${address.streetNumber}`,
    `${address.postalCode} ${address.city}`,
    country.toLocaleUpperCase(locale),
  ].filter((line) => line.trim() !== "");
}

/** The first page down to the title: who writes, to whom, about what. */
export function letterhead(sheet: Sheet, document: DocumentContent, facts: [string, string][]): void {
  const { seller, locale } = document;
  const t = translator(locale, "documents");
  content(sheet, sheet.root, "P", () => {
    sheet.set.line(seller.shopName, paper.left, mm(24), looks.brand);
  });
  ornament(sheet, () => {
    const { doc } = sheet;
    doc.moveTo(paper.left, mm(28)).lineTo(mm(37), mm(28)).lineWidth(1.2).strokeColor(colors.brass).stroke();
    for (const fold of [mm(105), mm(148.5), mm(210)])
      doc.moveTo(mm(4), fold).lineTo(mm(8), fold).lineWidth(0.4).strokeColor(colors.line).stroke();
  });
  addressField(sheet, document);
  infoBlock(sheet, facts);
  const isPart = document.kind === "delivery_note" && document.isPart;
  const title = `${t(`head.${document.kind}`)} ${document.number}${isPart ? ` · ${t("head.part")}` : ""}`;
  content(sheet, sheet.root, "H1", () => {
    sheet.set.line(title, paper.left, paper.title, looks.title);
  });
  if (seller.isSample)
    ornament(sheet, () => sheet.set.line(t("head.sample"), paper.right, mm(24), looks.label, "right"));
  sheet.y = paper.title + mm(9);
}

function addressField(sheet: Sheet, { seller, buyer, locale, ...rest }: DocumentContent): void {
  const to = rest.kind === "delivery_note" ? rest.shipTo : buyer;
  const { top, width } = paper.address;
  const from = `${seller.legalName} · ${seller.street} · ${seller.postalCode} ${seller.city}`;
  content(sheet, sheet.root, "P", () => {
    const [line = ""] = sheet.set.wrap(from, { ...looks.small, size: 6.5 }, width);
    sheet.set.line(line, paper.left, top + mm(3), { ...looks.small, size: 6.5 });
  });
  content(sheet, sheet.root, "P", () => {
    const lines = envelope(to, locale, seller.country).flatMap((line) =>
      sheet.set.wrap(line, looks.body, width).slice(0, 2),
    );
    lines.slice(0, addressLines + 2).forEach((line, index) => {
      sheet.set.line(line, paper.left, top + mm(10) + index * (leading - 1), looks.body);
    });
  });
}

function infoBlock(sheet: Sheet, facts: [string, string][]): void {
  let y: number = paper.info.top;
  element(sheet, sheet.root, "Div", (block) => {
    for (const [label, value] of facts) {
      const lines = sheet.set.wrap(value, looks.body, mm(36));
      content(sheet, block, "P", () => {
        sheet.set.line(label, paper.info.left, y, looks.label);
        for (const line of lines) {
          sheet.set.line(line, paper.right, y, looks.body, "right");
          y += leading;
        }
      });
    }
  });
}

/** The foot of every page, written at the end when their number is known. */
export function feet(sheet: Sheet, document: DocumentContent): void {
  const t = translator(document.locale, "documents");
  const { start, count } = sheet.doc.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    sheet.doc.switchToPage(page);
    rule(sheet, paper.foot - mm(5));
    ornament(sheet, () => {
      sellerColumns(document).forEach((lines, column) => {
        lines.forEach((line, index) => {
          sheet.set.line(line, paper.left + column * mm(58), paper.foot + index * 10, looks.small);
        });
      });
      const pages = t("foot.page", { page: page - start + 1, pages: count });
      sheet.set.line(pages, paper.right, paper.height - mm(7), looks.small, "right");
      if (page > start) sheet.set.line(runningHead(document), paper.left, mm(20), looks.label);
    });
    if (page > start) rule(sheet, mm(23));
  }
}

function runningHead(document: DocumentContent): string {
  const t = translator(document.locale, "documents");
  return `${document.seller.shopName} · ${t(`head.${document.kind}`)} ${document.number} · ${showDay(document.issuedOn, document.locale)}`;
}

function sellerColumns({ seller, locale }: DocumentContent): string[][] {
  const t = translator(locale, "documents");
  const columns = [
    [seller.legalName, seller.street, `${seller.postalCode} ${seller.city}`],
    [seller.email, seller.phone],
    [
      seller.vatId && t("foot.vatId", { id: seller.vatId }),
      seller.taxNumber && t("foot.taxNumber", { id: seller.taxNumber }),
      seller.register,
    ],
  ];
  return columns.map((lines) => lines.filter((line) => line !== ""));
}
