import { asc, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Context } from "@/lib/context";
import type { OpenDb } from "@/lib/db/client";
import { type DocumentKind, documents, orders, paymentAttempts, shippingNotes } from "@/lib/db/schema";
import { documentContent } from "@/lib/invoices/content";
import { issuePartNote } from "@/lib/invoices/delivery-note";
import { documentFile } from "@/lib/invoices/file";
import { ensureInvoice } from "@/lib/invoices/invoice";
import { findDocument, listDocuments } from "@/lib/invoices/list";
import { uploadDocument } from "@/lib/invoices/upload";
import { closeQueues, openQueues } from "@/lib/jobs/queues";
import { cents } from "@/lib/money";
import { cancelOrder } from "@/lib/orders/cancel";
import { handOver } from "@/lib/orders/hand-over";
import { shipOrder } from "@/lib/orders/ship";
import { refundPayment } from "@/lib/payments/refund";
import { givenBack, type RefundWhat } from "@/lib/payments/refund-claim";
import { syncPayment } from "@/lib/payments/sync";
import { placeInput, stockArticle, testClock, testContext } from "@/lib/testing/context";
import { openTestDatabase } from "@/lib/testing/database";
import { placedOrder, readOrder } from "@/lib/testing/orders";
import { sandboxMerchant, startSandbox, type TestSandbox } from "@/lib/testing/sandbox";

const admin = { email: "owner@kontor.example" };
const parcel = { carrier: "DHL", trackingId: "00340434161094042557" };

let sandbox: TestSandbox;
let open: OpenDb;
let ctx: Context;
let sku = "";

beforeAll(async () => {
  [sandbox, open] = await Promise.all([startSandbox(), openTestDatabase()]);
  ctx = testContext(open.db, sandbox.url, testClock());
});
afterAll(async () => {
  await Promise.all([sandbox?.stop(), open?.close()]);
});
beforeEach(async () => {
  sku = `SKU-${ctx.newId()}`;
  await stockArticle(open.db, sku, 20);
});
afterEach(() => sandbox.operator("/faults", undefined, "DELETE"));

const placed = (over: Parameters<typeof placeInput>[1] = {}) =>
  placedOrder(ctx, sku, { quantity: 4, ...over });

const read = (token: string) => readOrder(open.db, token);

async function paid(over: Parameters<typeof placeInput>[1] = {}) {
  const { order, attempt } = await placed({ method: "prepaid", ...over });
  await sandbox.operator(`/transactions/${attempt.stxId}/transfer`, { kind: "exact" });
  await syncPayment(ctx, attempt.id, "admin");
  return read(order.token);
}

async function shipped(found: Awaited<ReturnType<typeof read>>) {
  expect(await shipOrder(ctx, found.order.id, parcel, admin)).toEqual({ ok: true });
  return read(found.order.token);
}

async function refund(token: string, what: RefundWhat) {
  const { order } = await read(token);
  const request = { what, reason: "Rückgabe", seen: givenBack(order) };
  expect(await refundPayment(ctx, order.id, request, admin)).toMatchObject({ ok: true });
}

async function contents(orderId: string, kind: DocumentKind) {
  const rows = await open.db
    .select()
    .from(documents)
    .where(eq(documents.orderId, orderId))
    .orderBy(asc(documents.number));
  return rows.filter((row) => row.kind === kind).map((row) => documentContent.parse(row.content));
}

const creditTotals = async (orderId: string) =>
  (await contents(orderId, "credit_note")).map((note) => (note.kind === "credit_note" ? note.total : 0));

describe("an order that leaves the house", () => {
  it("has an invoice with the transfer details while it is unpaid, and a delivery note", async () => {
    const { order, attempt } = await shipped(await placed({ method: "invoice" }));
    const [invoice] = await contents(order.id, "invoice");
    expect(invoice).toMatchObject({
      number: order.shipment?.invoiceNumber,
      orderNumber: order.number,
      total: order.total,
      vatGroups: order.vatGroups,
      payment: { kind: "transfer", amount: order.total, transfer: attempt.transfer },
      deliveredOn: "2026-11-21",
    });
    expect(await contents(order.id, "delivery_note")).toMatchObject([
      { ...parcel, isPart: false, lines: [{ sku, quantity: 4 }] },
    ]);
    expect((await listDocuments(open.db, order.id)).map(({ hasXml }) => hasXml)).toEqual([false, false]);
  });

  it("says that it was paid, and how; a collection has no delivery note", async () => {
    const { order } = await paid({ delivery: "collection" });
    expect(await handOver(ctx, order.id, admin)).toEqual({ ok: true });
    expect(await contents(order.id, "invoice")).toMatchObject([
      { delivery: "collection", payment: { kind: "paid", method: "prepaid" } },
    ]);
    expect(await contents(order.id, "delivery_note")).toEqual([]);
  });

  it("keeps its invoice when secuconnect refused at first", async () => {
    const found = await placed({ method: "invoice" });
    await sandbox.operator("/faults", { kind: "500", match: "/capture" });
    expect(await shipOrder(ctx, found.order.id, parcel, admin)).toMatchObject({ ok: false });
    const [first] = await contents(found.order.id, "invoice");
    await sandbox.operator("/faults", undefined, "DELETE");
    await shipped(found);
    expect(await contents(found.order.id, "invoice")).toEqual([first]);
  });

  it("has a note for each part, and one for the rest", async () => {
    const found = await paid();
    const part = { ...parcel, id: ctx.newId(), lines: [{ position: 0, quantity: 3 }] };
    await open.db.transaction(async (tx) => {
      const row = { ...part, orderId: found.order.id, createdBy: admin.email, createdAt: ctx.now() };
      await tx.insert(shippingNotes).values(row);
      await issuePartNote(ctx, tx, found.order.id, part);
    });
    await shipped(found);
    expect(await contents(found.order.id, "delivery_note")).toMatchObject([
      { isPart: true, lines: [{ quantity: 3 }] },
      { isPart: true, lines: [{ quantity: 1 }] },
    ]);
  });
});

describe("money that goes back", () => {
  it("is corrected by a credit note for each refund, naming its lines, until nothing is left", async () => {
    const { order, attempt } = await shipped(await paid());
    await refund(order.token, { kind: "lines", lines: [{ position: 0, quantity: 1 }] });
    await sandbox.operator(`/transactions/${attempt.stxId}/refund`, { amount: 700 });
    await syncPayment(ctx, attempt.id, "push");
    await refund(order.token, { kind: "all" });
    const notes = await contents(order.id, "credit_note");
    expect(await creditTotals(order.id)).toEqual([1500, 700, 3800]);
    expect(notes[0]).toMatchObject({
      reason: "refund",
      isWhole: false,
      invoice: { number: order.shipment?.invoiceNumber },
      lines: [{ sku, quantity: 1, total: 1500 }],
    });
    expect(new Set(notes.map(({ number }) => number)).size).toBe(3);
    await syncPayment(ctx, attempt.id, "sweep");
    expect(await creditTotals(order.id)).toHaveLength(3);
  });

  it("before the invoice lowers the invoice instead", async () => {
    const before = await paid();
    await refund(before.order.token, { kind: "amount", amount: cents(1000) });
    const { order } = await shipped(before);
    expect(await contents(order.id, "invoice")).toMatchObject([
      { total: 5000, before: { refunded: 1000, reduced: 0 } },
    ]);
    expect(await creditTotals(order.id)).toEqual([]);
    await refund(order.token, { kind: "all" });
    expect(await creditTotals(order.id)).toEqual([5000]);
  });

  it("takes back an unpaid invoice by what is no longer owed", async () => {
    const { order } = await shipped(await placed({ method: "invoice" }));
    await refund(order.token, { kind: "amount", amount: cents(1000) });
    await refund(order.token, { kind: "all" });
    expect(await creditTotals(order.id)).toEqual([1000, 5000]);
    expect(await contents(order.id, "credit_note")).toMatchObject([
      { reason: "reduction" },
      { reason: "reduction" },
    ]);
  });

  it("takes back the whole invoice of an order that is called off before it could be shipped", async () => {
    const { order } = await placed({ method: "invoice" });
    await open.db.transaction((tx) => ensureInvoice(ctx, tx, order.id));
    expect(await cancelOrder(ctx, order.id, { kind: "merchant", email: admin.email })).toEqual({ ok: true });
    expect(await contents(order.id, "credit_note")).toMatchObject([{ isWhole: true, total: order.total }]);
  });

  it("and came twice is no matter of the invoice", async () => {
    const { order, attempt } = await shipped(await paid());
    const second = await placed({ method: "prepaid" });
    await sandbox.operator(`/transactions/${second.attempt.stxId}/transfer`, { kind: "exact" });
    await open.db
      .update(paymentAttempts)
      .set({ orderId: order.id })
      .where(eq(paymentAttempts.id, second.attempt.id));
    await syncPayment(ctx, second.attempt.id, "push");
    await sandbox.operator(`/transactions/${attempt.stxId}/refund`, { amount: 6000 });
    await syncPayment(ctx, attempt.id, "push");
    const [now] = await open.db.select().from(orders).where(eq(orders.id, order.id));
    expect(now).toMatchObject({ received: 12_000, refunded: 6000 });
    expect(await creditTotals(order.id)).toHaveLength(0);
  });
});

describe("files", () => {
  it("are made once and stay; a company's has an XML", async () => {
    const billing = { ...placeInput(sku).billing, company: "Muster GmbH", vatId: "DE123456788" };
    const { order } = await shipped(await placed({ method: "invoice", billing }));
    const [listed] = (await listDocuments(open.db, order.id)).filter(({ kind }) => kind === "invoice");
    const id = listed?.id ?? "";
    expect(listed?.hasXml).toBe(true);
    const all = await Promise.all([documentFile(ctx, id), documentFile(ctx, id), documentFile(ctx, id)]);
    expect(new Set(all.map((file) => Buffer.from(file?.bytes ?? []).toString("base64"))).size).toBe(1);
    expect(all[0]).toMatchObject({ name: `Rechnung-${listed?.number}.pdf`, type: "application/pdf" });
    const xml = await documentFile(ctx, id, "xml");
    expect(Buffer.from(xml?.bytes ?? []).toString()).toContain("<ram:Name>Muster GmbH</ram:Name>");

    const other = await placed();
    expect(await findDocument(open.db, order.id, id)).toBe(id);
    expect(await findDocument(open.db, other.order.id, id)).toBeNull();
    expect(await findDocument(open.db, order.id, "' or 1=1")).toBeNull();
  });
});

describe("the invoice goes to secuconnect", () => {
  /** Documents of the payment and all files there, as the operator sees them. */
  async function atSecuconnect(stxId: string | null) {
    const seen = JSON.stringify(await sandbox.operator(`/transactions/${stxId}`));
    return [...new Set(seen.match(/DUP_\w+/g) ?? [])];
  }

  async function invoiceRow(orderId: string) {
    const rows = await open.db.select().from(documents).where(eq(documents.orderId, orderId));
    const row = rows.find(({ kind }) => kind === "invoice");
    if (!row) throw new Error("no invoice");
    return row;
  }

  it("by a job that shipping leaves behind; a repetition does nothing", async () => {
    const queues = await openQueues(open.queue, () => {});
    try {
      const { order } = await shipped(await placed({ method: "invoice" }));
      const jobs = await queues.fetch<{ documentId: string }>("upload-document", { batchSize: 100 });
      const { id } = await invoiceRow(order.id);
      expect(jobs.map(({ data }) => data.documentId)).toContain(id);
      await uploadDocument(ctx, id);
      const done = await invoiceRow(order.id);
      expect(done).toMatchObject({ uploadId: expect.stringMatching(/^DUP_/), assignedAt: ctx.now() });
      await uploadDocument(ctx, id);
      expect(await invoiceRow(order.id)).toEqual(done);
    } finally {
      await closeQueues(queues);
    }
  });

  it("after lost answers too, with one document at the payment: the same file as the buyer's", async () => {
    const { order, attempt } = await shipped(await placed({ method: "invoice" }));
    const { id } = await invoiceRow(order.id);
    await sandbox.operator("/faults", { kind: "cut_after", match: "/assignExternalInvoicePdf", times: 1 });
    await expect(uploadDocument(ctx, id)).rejects.toThrow();
    const { uploadId, assignedAt } = await invoiceRow(order.id);
    expect(uploadId).toMatch(/^DUP_/);
    expect(assignedAt).toBeNull();
    await uploadDocument(ctx, id);
    expect(await invoiceRow(order.id)).toMatchObject({ uploadId, assignedAt: ctx.now() });
    expect(await atSecuconnect(attempt.stxId)).toEqual([uploadId]);
    const stored = await download(uploadId ?? "");
    expect(Buffer.from(stored).equals(Buffer.from((await documentFile(ctx, id))?.bytes ?? []))).toBe(true);
  });

  async function download(uploadId: string): Promise<ArrayBuffer> {
    const { clientId, clientSecret } = sandboxMerchant;
    const credentials = {
      grant_type: "client_credentials",
      client_id: clientId,
      client_secret: clientSecret,
    };
    const answer = await fetch(`${sandbox.url}/oauth/token`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(credentials),
    });
    const { access_token } = await answer.json();
    const headers = { Authorization: `Bearer ${access_token}` };
    const file = await fetch(`${sandbox.url}/api/v2/Document/Uploads/${uploadId}/Download`, { headers });
    return file.arrayBuffer();
  }
});
