import "server-only";
import { Readable } from "node:stream";
import { stringify } from "csv-stringify";
import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/lib/db/client";
import { documents, type Order, orders, type PaymentAttempt, paymentAttempts } from "@/lib/db/schema";
import type { VatPercent } from "@/lib/money";
import { germanDay } from "@/lib/reports/german-day";

/** Days in German time, YYYY-MM-DD, both included. */
export type DayRange = { from: string; to: string };

const batchSize = 500;
const rates: readonly VatPercent[] = [19, 7, 0];

/** Reads both days of an export; null when one is none or they are the wrong way round. */
export function readRange(from: string | null, to: string | null): DayRange | null {
  const parsed = z.object({ from: z.iso.date(), to: z.iso.date() }).safeParse({ from, to });
  return parsed.success && parsed.data.from <= parsed.data.to ? parsed.data : null;
}

/**
 * The orders placed on these days, the oldest first, as CSV that German spreadsheets open as it is: UTF-8 with a byte order
 * mark, semicolons, decimal commas. A cell that a spreadsheet would take for a formula begins with an apostrophe. Read
 * in batches as fast as the reader takes it, so that a year costs no more memory than a day.
 */
export function exportOrders(db: Db, range: DayRange): Readable {
  const csv = stringify({
    header: true,
    columns: columns(),
    delimiter: ";",
    record_delimiter: "windows",
    bom: true,
    escape_formulas: true,
  });
  const rows = Readable.from(readRows(db, range));
  rows.once("error", (error) => csv.destroy(error));
  csv.once("close", () => rows.destroy());
  return rows.pipe(csv);
}

function columns(): string[] {
  return [
    "Bestellung",
    "Bestellt am",
    "Zustand",
    "Name",
    "Firma",
    "USt-IdNr.",
    "Land",
    "Zahlungsart",
    "PCI",
    ...rates.flatMap((rate) => [`Netto ${rate} %`, `USt ${rate} %`, `Brutto ${rate} %`]),
    "Gesamt",
    "Gemindert",
    "Eingegangen",
    "Erstattet",
    "Versendet am",
    "Rechnung",
  ];
}

async function* readRows(db: Db, range: DayRange): AsyncGenerator<string[]> {
  let last: Order | undefined;
  do {
    const batch: Order[] = await db
      .select()
      .from(orders)
      .where(and(inRange(range), behind(last)))
      .orderBy(asc(orders.placedAt), asc(orders.id))
      .limit(batchSize);
    const ids = batch.map((order) => order.id);
    const payments = await paymentsOf(db, ids);
    const invoices = await invoicesOf(db, ids);
    for (const order of batch) yield row(order, payments.get(order.id), invoices.get(order.id));
    last = batch.length === batchSize ? batch.at(-1) : undefined;
  } while (last);
}

function inRange({ from, to }: DayRange) {
  return sql`${orders.placedAt} >= ${from}::timestamp at time zone 'Europe/Berlin'
    and ${orders.placedAt} < (${to}::timestamp + interval '1 day') at time zone 'Europe/Berlin'`;
}

function behind(last: Order | undefined) {
  if (!last) return undefined;
  return sql`(${orders.placedAt}, ${orders.id}) > (${last.placedAt.toISOString()}::timestamptz, ${last.id}::uuid)`;
}

type Payment = Pick<PaymentAttempt, "method" | "pciId">;

async function paymentsOf(db: Db, ids: string[]): Promise<Map<string, Payment>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectDistinctOn([paymentAttempts.orderId], {
      orderId: paymentAttempts.orderId,
      method: paymentAttempts.method,
      pciId: paymentAttempts.pciId,
    })
    .from(paymentAttempts)
    .where(inArray(paymentAttempts.orderId, ids))
    .orderBy(paymentAttempts.orderId, desc(paymentAttempts.createdAt));
  return new Map(rows.map(({ orderId, ...payment }) => [orderId, payment]));
}

async function invoicesOf(db: Db, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ orderId: documents.orderId, number: documents.number })
    .from(documents)
    .where(and(inArray(documents.orderId, ids), eq(documents.kind, "invoice")));
  return new Map(rows.map(({ orderId, number }) => [orderId, number]));
}

function row(order: Order, payment: Payment | undefined, invoice: string | undefined): string[] {
  const { billing } = order;
  return [
    order.number,
    germanDay(order.placedAt),
    order.state,
    `${billing.forename} ${billing.surname}`,
    billing.company ?? "",
    billing.vatId ?? "",
    billing.country,
    payment?.method ?? "",
    payment?.pciId ?? "",
    ...rates.flatMap((rate) => {
      const group = order.vatGroups.find(({ percent }) => percent === rate);
      return [euros(group?.net ?? 0), euros(group?.vat ?? 0), euros(group?.gross ?? 0)];
    }),
    euros(order.total),
    euros(order.reduced),
    euros(order.received),
    euros(order.refunded),
    order.shippedAt ? germanDay(order.shippedAt) : "",
    invoice ?? order.shipment?.invoiceNumber ?? "",
  ];
}

/** "12,50", with no sign of thousands. */
function euros(amount: number): string {
  const digits = Math.abs(amount).toString().padStart(3, "0");
  return `${amount < 0 ? "-" : ""}${digits.slice(0, -2)},${digits.slice(-2)}`;
}
