import type { TransferDetails } from "@/lib/db/schema";
import { groupIban } from "@/lib/girocode/iban";
import { girocodePayload } from "@/lib/girocode/payload";
import { qrSymbol } from "@/lib/girocode/svg";
import { translator } from "@/lib/i18n/messages";
import { methodWords } from "@/lib/invoices/cii-settlement";
import type { InvoiceContent } from "@/lib/invoices/content";
import { colors, leading, looks, mm, paper } from "@/lib/invoices/pdf/paper";
import { content, element, needRoom, ornament, paragraph, type Sheet } from "@/lib/invoices/pdf/sheet";
import { type Cents, formatCents } from "@/lib/money";

const slipHeight = mm(53);
const codeSize = mm(36);
const inset = mm(6);

/** How an invoice is paid: the transfer slip with its code, or that nothing is left to pay. */
export function payment(sheet: Sheet, { payment: how, locale }: InvoiceContent): void {
  const t = translator(locale, "documents.payment");
  sheet.y += mm(5);
  if (how.kind === "transfer") {
    slip(sheet, how.transfer, how.amount, locale);
  } else if (how.kind === "open") {
    paragraph(sheet, t("terms"), looks.bold);
    paragraph(sheet, t("open"), looks.body);
  } else {
    paragraph(sheet, t("paid", { method: methodWords(how.method, locale) }), looks.bold);
  }
}

function slip(sheet: Sheet, transfer: TransferDetails, amount: Cents, locale: "de" | "en"): void {
  const t = translator(locale, "documents.payment");
  if (needRoom(sheet, slipHeight + mm(4))) sheet.y += mm(2);
  const top = sheet.y - leading;
  ornament(sheet, () => {
    sheet.doc
      .roundedRect(paper.left, top, paper.right - paper.left, slipHeight, 6)
      .lineWidth(0.6)
      .fillAndStroke(colors.sheet, colors.line);
  });
  const left = paper.left + inset;
  let y = top + mm(11);
  content(sheet, sheet.root, "H2", () => sheet.set.line(t("heading"), left, y, looks.heading));
  content(sheet, sheet.root, "P", () => {
    sheet.set.line(
      formatCents(amount, locale),
      paper.right - codeSize - inset - mm(8),
      y,
      looks.amount,
      "right",
    );
  });
  y += mm(9);
  const code = codeOf(transfer, amount);
  const width = paper.right - paper.left - 2 * inset - (code ? codeSize + mm(8) : 0) - mm(32);
  for (const [label, value] of rowsOf(transfer, t)) {
    content(sheet, sheet.root, "P", () => {
      sheet.set.line(label, left, y, looks.label);
      for (const line of sheet.set.wrap(value, looks.figure, width)) {
        sheet.set.line(line, left + mm(32), y, { ...looks.figure, style: "bold" });
        y += leading;
      }
    });
  }
  content(sheet, sheet.root, "P", () => {
    sheet.set.line(t("terms"), left, y + mm(1), looks.label);
  });
  if (code) drawCode(sheet, code, top, transfer, amount, locale);
  sheet.y = top + slipHeight + mm(5);
  paragraph(sheet, t("ownerNote"), looks.label);
}

function rowsOf(
  { owner, iban, bic, purpose, bankname }: TransferDetails,
  t: (key: "owner" | "iban" | "bic" | "purpose" | "bank") => string,
): [string, string][] {
  const rows: [string, string][] = [
    [t("owner"), owner],
    [t("iban"), groupIban(iban)],
    [t("bic"), bic],
    [t("purpose"), purpose],
    [t("bank"), bankname],
  ];
  return rows.filter(([, value]) => value !== "");
}

function codeOf(transfer: TransferDetails, amount: Cents) {
  const made = girocodePayload({ ...transfer, amount, currency: "EUR" });
  return made.ok ? qrSymbol(made.payload) : null;
}

function drawCode(
  sheet: Sheet,
  { size, path }: { size: number; path: string },
  top: number,
  { owner, iban, purpose }: TransferDetails,
  amount: Cents,
  locale: "de" | "en",
): void {
  const t = translator(locale, "documents.payment");
  const left = paper.right - inset - codeSize;
  const alt = t("codeAlt", { amount: formatCents(amount, locale), owner, iban: groupIban(iban), purpose });
  element(sheet, sheet.root, "Div", (block) => {
    content(
      sheet,
      block,
      "Figure",
      () => {
        const { doc } = sheet;
        doc.save().translate(left, top + mm(6));
        doc.rect(0, 0, codeSize, codeSize).fill("#FFFFFF");
        doc
          .scale(codeSize / size)
          .path(path)
          .fill("#000000");
        doc.restore();
      },
      { alt },
    );
    content(sheet, block, "P", () => {
      const width = sheet.set.width(t("code"), looks.small);
      sheet.set.line(t("code"), left + (codeSize - width) / 2, top + mm(6) + codeSize + 11, looks.small);
    });
  });
}
