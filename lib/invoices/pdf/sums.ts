import { translator } from "@/lib/i18n/messages";
import type { PricedContent } from "@/lib/invoices/content";
import { colors, leading, looks, mm, paper } from "@/lib/invoices/pdf/paper";
import { content, element, needRoom, paragraph, rule, type Sheet } from "@/lib/invoices/pdf/sheet";
import { formatCents } from "@/lib/money";

const left = paper.left + mm(60);
/** Right edges of the columns rate, net, VAT, gross. */
const edges = [paper.left + mm(90), paper.left + mm(117), paper.left + mm(141), paper.right];

/** The total and what it contains of each VAT rate. */
export function sums(sheet: Sheet, document: PricedContent): void {
  const { locale, vatGroups, total } = document;
  const t = translator(locale, "documents.sums");
  needRoom(sheet, leading * (vatGroups.length + 4) + mm(6));
  sheet.y += mm(3);
  content(sheet, sheet.root, "P", () => {
    sheet.set.line(t(document.kind), left, sheet.y, looks.total);
    sheet.set.line(formatCents(total, locale), paper.right, sheet.y, looks.total, "right");
  });
  rule(sheet, sheet.y + 6, left, colors.text);
  sheet.y += leading + 8;
  const head = [t("rate"), t("netRate"), t("vatAmount"), t("gross")];
  const rows = vatGroups.map(({ percent, net, vat, gross }) => [
    `${percent} %`,
    ...[net, vat, gross].map((amount) => formatCents(amount, locale)),
  ]);
  element(sheet, sheet.root, "Table", (table) => {
    for (const [index, cells] of [head, ...rows].entries()) {
      element(sheet, table, "TR", (row) => {
        cells.forEach((text, column) => {
          const look = index === 0 ? looks.label : { ...looks.figure, size: 8.5 };
          content(sheet, row, index === 0 ? "TH" : "TD", () => {
            sheet.set.line(text, edges[column] ?? paper.right, sheet.y, look, "right");
          });
        });
      });
      sheet.y += leading - 0.5;
    }
  });
  if (document.lines.some(({ type }) => type === "donation")) {
    sheet.y += mm(1);
    paragraph(sheet, t("donation"), looks.label);
  }
}
