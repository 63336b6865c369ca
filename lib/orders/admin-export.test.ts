import { randomUUID } from "node:crypto";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenDb } from "@/lib/db/client";
import { documents, orders, paymentAttempts } from "@/lib/db/schema";
import { cents } from "@/lib/money";
import { exportOrders, readRange } from "@/lib/orders/admin-export";
import { openTestDatabase } from "@/lib/testing/database";
import { attemptRow, orderRow } from "@/lib/testing/order-row";

let open: OpenDb;
beforeAll(async () => {
  open = await openTestDatabase();
});
afterAll(() => open.close());

const row = (number: string, placedAt: string, over: Parameters<typeof orderRow>[2] = {}) =>
  orderRow(number, new Date(placedAt), {
    total: cents(123_456),
    state: "shipped",
    received: cents(123_456),
    refunded: cents(5),
    ...over,
  });

async function read(from: string, to: string) {
  const chunks: Buffer[] = [];
  for await (const chunk of exportOrders(open.db, { from, to })) chunks.push(Buffer.from(chunk));
  const bytes = Buffer.concat(chunks);
  const rows: Record<string, string>[] = parse(bytes, { bom: true, columns: true, delimiter: ";" });
  return { bytes, rows };
}

describe("exportOrders", () => {
  it("writes German CSV with VAT by rate, payment and invoice", async () => {
    const one = row("E-1", "2026-01-02T09:00:00Z", {
      vatGroups: [{ percent: 19, gross: cents(119), net: cents(100), vat: cents(19) }],
    });
    await open.db.insert(orders).values(one);
    await open.db.insert(paymentAttempts).values(attemptRow(one, { method: "invoice", pciId: "PCI_E1" }));
    await open.db.insert(documents).values({
      id: randomUUID(),
      orderId: one.id,
      kind: "invoice",
      cause: "order",
      number: "R-2026-1",
      issuedAt: one.placedAt,
      content: {},
    });
    const { bytes, rows } = await read("2026-01-02", "2026-01-02");
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      Bestellung: "E-1",
      "Bestellt am": "2026-01-02",
      Zahlungsart: "invoice",
      PCI: "PCI_E1",
      "Netto 19 %": "1,00",
      "USt 19 %": "0,19",
      "Brutto 7 %": "0,00",
      Gesamt: "1234,56",
      Erstattet: "0,05",
      Rechnung: "R-2026-1",
    });
  });

  it("lets no name become a formula, whatever separators it has", async () => {
    const names = ["=1+1", "+49", "-cmd|' /C calc'!A0", "@SUM(1)", "\tx", 'a;"b"\nc'];
    for (const [index, company] of names.entries()) {
      const made = row(`F-${index}`, "2026-02-01T09:00:00Z");
      await open.db.insert(orders).values({ ...made, billing: { ...made.billing, company } });
    }
    const { rows } = await read("2026-02-01", "2026-02-01");
    const cells = rows.map((each) => each.Firma);
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell ?? ""))).toEqual([]);
    expect(cells).toContain("'=1+1");
    expect(cells).toContain('a;"b"\nc');
  });

  it("counts days in German time and holds every order once, over several batches", async () => {
    const moments = [
      "2026-02-28T22:59:59Z",
      "2026-02-28T23:00:00Z",
      "2026-03-01T22:59:59Z",
      "2026-03-01T23:00:00Z",
    ];
    await open.db.insert(orders).values(moments.map((at, index) => row(`G-${index}`, at)));
    const within = await read("2026-03-01", "2026-03-01");
    expect(within.rows.map((each) => each.Bestellung)).toEqual(["G-1", "G-2"]);

    await open.db
      .insert(orders)
      .values(Array.from({ length: 1100 }, (_, index) => row(`H-${index}`, "2026-04-01T09:00:00Z")));
    const { rows } = await read("2026-04-01", "2026-04-30");
    expect(new Set(rows.map((each) => each.Bestellung)).size).toBe(1100);
    expect(rows).toHaveLength(1100);
  });

  it("gives the head alone when there is nothing", async () => {
    expect((await read("2020-01-01", "2020-01-01")).bytes.toString()).toMatch(/^\uFEFFBestellung;/);
  });
});

it.each([
  ["2026-01-01", "2026-01-31", true],
  ["2026-01-31", "2026-01-01", false],
  ["2026-02-30", "2026-03-01", false],
  ["", "2026-03-01", false],
  [null, null, false],
  ["2026-01-01'--", "2026-03-01", false],
])("range %s to %s is read: %s", (from, to, ok) => {
  expect(readRange(from, to) !== null).toBe(ok);
});
