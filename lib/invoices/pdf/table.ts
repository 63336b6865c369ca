import { leading, looks, mm, paper } from "@/lib/invoices/pdf/paper";
import { content, element, needRoom, ornament, rule, type Sheet } from "@/lib/invoices/pdf/sheet";
import type { Look } from "@/lib/invoices/pdf/text";

export type Column = { label: string; width: number; align: "left" | "right" };
export type Cell = { text: string; sub?: string };

/** A table over the whole width whose rows stay whole; its head is repeated on each page. */
export function table(sheet: Sheet, columns: readonly Column[], rows: readonly (readonly Cell[])[]): void {
  const edges = edgesOf(columns);
  element(sheet, sheet.root, "Table", (tableElement) => {
    element(sheet, tableElement, "TR", (row) => {
      columns.forEach((column, index) => {
        content(sheet, row, "TH", () => put(sheet, column, edges[index], column.label, sheet.y, looks.label));
      });
    });
    underline(sheet);
    for (const cells of rows) {
      const height = heightOf(sheet, columns, cells);
      if (needRoom(sheet, height)) repeatHead(sheet, columns, edges);
      element(sheet, tableElement, "TR", (row) => {
        columns.forEach((column, index) => {
          content(sheet, row, "TD", () => drawCell(sheet, column, edges[index], cells[index]));
        });
      });
      sheet.y += height;
      rule(sheet, sheet.y - leading);
    }
  });
}

type Edge = { left: number; right: number } | undefined;

function edgesOf(columns: readonly Column[]): Edge[] {
  let left: number = paper.left;
  return columns.map(({ width }) => {
    const edge = { left, right: left + width };
    left += width;
    return edge;
  });
}

function repeatHead(sheet: Sheet, columns: readonly Column[], edges: readonly Edge[]): void {
  ornament(sheet, () => {
    columns.forEach((column, index) => {
      put(sheet, column, edges[index], column.label, sheet.y, looks.label);
    });
  });
  underline(sheet);
}

function underline(sheet: Sheet): void {
  rule(sheet, sheet.y + 5, paper.left, "#1C1B19");
  sheet.y += leading + 6;
}

const padding = mm(2);
const lookOf = ({ align }: Column): Look => (align === "right" ? looks.figure : looks.body);
const room = ({ width, align }: Column) => (align === "left" ? width - padding : width);

function heightOf(sheet: Sheet, columns: readonly Column[], cells: readonly Cell[]): number {
  const lines = columns.map((column, index) => {
    const cell = cells[index];
    if (!cell) return 0;
    const subs = cell.sub ? sheet.set.wrap(cell.sub, looks.label, room(column)).length : 0;
    return sheet.set.wrap(cell.text, lookOf(column), room(column)).length + subs;
  });
  return Math.max(...lines) * leading + 7;
}

function drawCell(sheet: Sheet, column: Column, edge: Edge, cell: Cell | undefined): void {
  let y = sheet.y;
  for (const line of sheet.set.wrap(cell?.text ?? "", lookOf(column), room(column))) {
    put(sheet, column, edge, line, y, lookOf(column));
    y += leading;
  }
  if (!cell?.sub) return;
  for (const line of sheet.set.wrap(cell.sub, looks.label, room(column))) {
    put(sheet, column, edge, line, y - 1, looks.label);
    y += leading;
  }
}

function put(sheet: Sheet, { align }: Column, edge: Edge, text: string, y: number, look: Look): void {
  if (edge) sheet.set.line(text, align === "right" ? edge.right : edge.left, y, look, align);
}
