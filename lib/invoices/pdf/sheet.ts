import { colors, paper } from "@/lib/invoices/pdf/paper";
import type { Look, Setter } from "@/lib/invoices/pdf/text";

type Doc = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

/** A document being written from top to bottom; everything on it is either tagged for readers or an ornament. */
export type Sheet = {
  doc: Doc;
  set: Setter;
  root: Element;
  /** The next baseline. */
  y: number;
};

/** Makes something of the document's logical structure, for example a paragraph; answers what goes inside. */
export function element(
  sheet: Sheet,
  parent: Element,
  type: string,
  fill: (inside: Element) => void,
  options: { alt?: string } = {},
): void {
  const made = sheet.doc.struct(type, options);
  parent.add(made);
  fill(made);
  made.end();
}

/** Draws the content of an element that has no elements inside. */
export function content(
  sheet: Sheet,
  parent: Element,
  type: string,
  draw: () => void,
  options: { alt?: string } = {},
): void {
  element(
    sheet,
    parent,
    type,
    (inside) => {
      inside.add(sheet.doc.markStructureContent(type));
      draw();
      sheet.doc.endMarkedContent();
    },
    options,
  );
}

/** Draws what screen readers should pass over: rules, repeated heads, page numbers. */
export function ornament(sheet: Sheet, draw: () => void): void {
  sheet.doc.markContent("Artifact", { type: "Layout" });
  draw();
  sheet.doc.endMarkedContent();
}

/** A hairline. */
export function rule(sheet: Sheet, y: number, left: number = paper.left, color: string = colors.line): void {
  ornament(sheet, () => {
    sheet.doc.moveTo(left, y).lineTo(paper.right, y).lineWidth(0.6).strokeColor(color).stroke();
  });
}

/** A paragraph at the present height, from `x` to the right margin; moves on below it. */
export function paragraph(
  sheet: Sheet,
  text: string,
  look: Look,
  { x = paper.left as number, gap = look.size * 1.42 } = {},
): void {
  const lines = sheet.set.wrap(text, look, paper.right - x);
  needRoom(sheet, lines.length * gap);
  content(sheet, sheet.root, "P", () => {
    for (const line of lines) {
      sheet.set.line(line, x, sheet.y, look);
      sheet.y += gap;
    }
  });
}

/** Goes on to a new page unless there is this much room; tells whether it did. */
export function needRoom(sheet: Sheet, height: number): boolean {
  if (sheet.y + height <= paper.bottom) return false;
  sheet.doc.addPage();
  sheet.y = paper.nextPage;
  return true;
}
