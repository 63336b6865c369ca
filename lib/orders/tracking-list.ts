import "server-only";
import { parse } from "csv-parse/sync";
import { inArray } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { type Order, orders } from "@/lib/db/schema";
import { mayShip } from "@/lib/orders/ship-rule";

/** What stands against a line of the list; each has a sentence in the admin's messages. */
export type LineProblem =
  | "columns"
  | "too_long"
  | "twice"
  | "unknown"
  | "to_be_collected"
  | "already_shipped"
  | "flagged"
  | "not_ready";

export type PlannedShipment = {
  /** Of the pasted text, from 1. */
  line: number;
  number: string;
  carrier: string;
  trackingId: string;
  /** null when there is a problem. */
  orderId: string | null;
  name: string;
  problem: LineProblem | null;
};

/** How many lines are read at once, and how long a carrier or a tracking number may be. */
export const trackingLimits = { lines: 500, text: 60_000, field: 50 } as const;

type TrackingLine = Pick<PlannedShipment, "line" | "number" | "carrier" | "trackingId" | "problem">;

/**
 * Reads what was pasted out of a carrier's portal or a spreadsheet: order number, carrier and tracking number, parted by
 * tabs, semicolons or commas. A head line, told by a first cell without a digit, is passed over.
 */
export function readTrackingList(text: string): TrackingLine[] {
  const rows = parseRows(text).slice(0, trackingLimits.lines + 1);
  const headed = rows[0] !== undefined && !/\d/.test(rows[0].cells[0] ?? "");
  const seen = new Set<string>();
  return rows.slice(headed ? 1 : 0, (headed ? 1 : 0) + trackingLimits.lines).map(({ line, cells }) => {
    const [number = "", carrier = "", trackingId = ""] = cells;
    const key = number.toLowerCase();
    const problem = problemOf(cells, seen.has(key));
    seen.add(key);
    const short = (cell: string) => cell.slice(0, trackingLimits.field);
    return { line, number: short(number), carrier: short(carrier), trackingId: short(trackingId), problem };
  });
}

function problemOf(cells: readonly string[], again: boolean): LineProblem | null {
  const needed = cells.slice(0, 3);
  if (needed.length < 3 || needed.some((cell) => cell === "")) return "columns";
  if (needed.some((cell) => cell.length > trackingLimits.field)) return "too_long";
  return again ? "twice" : null;
}

function parseRows(text: string): { line: number; cells: string[] }[] {
  const cut = text.slice(0, trackingLimits.text).replaceAll("\0", "");
  const [first = ""] = cut.trimStart().split("\n", 1);
  const delimiter = ["\t", ";", ","].find((each) => first.includes(each)) ?? ";";
  return cut
    .split(/\r\n|\r|\n/)
    .map((row, index) => ({ line: index + 1, cells: cellsOf(row, delimiter) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
}

/** A line by itself, so that a lost quotation mark spoils no other one. */
function cellsOf(row: string, delimiter: string): string[] {
  const shared = { delimiter, trim: true, bom: true, relax_column_count: true, to: 1 };
  try {
    const [cells = []]: string[][] = parse(row, { ...shared, relax_quotes: true });
    return cells;
  } catch {
    const [cells = []]: string[][] = parse(row, { ...shared, quote: false });
    return cells;
  }
}

/** The list with the orders it means and what stands against shipping each. Sends and changes nothing. */
export async function planShipments(db: Db, text: string): Promise<PlannedShipment[]> {
  const list = readTrackingList(text);
  const numbers = [...new Set(list.map(({ number }) => number.toUpperCase()))];
  const rows =
    numbers.length > 0 ? await db.select().from(orders).where(inArray(orders.number, numbers)) : [];
  const found = new Map(rows.map((order) => [order.number, order]));
  return list.map((line) => {
    const order = found.get(line.number.toUpperCase());
    const problem = line.problem ?? (order ? orderProblem(order) : "unknown");
    return {
      ...line,
      orderId: problem === null && order ? order.id : null,
      name: order ? order.billing.company || `${order.billing.forename} ${order.billing.surname}` : "",
      problem,
    };
  });
}

function orderProblem(order: Order): LineProblem | null {
  if (order.delivery === "collection") return "to_be_collected";
  if (order.state === "shipped") return "already_shipped";
  if (mayShip(order)) return null;
  return order.state === "confirmed" && order.cancelRequestedAt === null ? "flagged" : "not_ready";
}
