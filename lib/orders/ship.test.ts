import { and, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Context } from "@/lib/context";
import type { OpenDb } from "@/lib/db/client";
import { orders, outbox, paymentEvents } from "@/lib/db/schema";
import { ensureInvoice } from "@/lib/invoices/invoice";
import { listDocuments } from "@/lib/invoices/list";
import { shipOrder } from "@/lib/orders/ship";
import type { PaymentMethod } from "@/lib/payments/methods";
import { syncPayment } from "@/lib/payments/sync";
import { stockArticle, testClock, testContext } from "@/lib/testing/context";
import { openTestDatabase } from "@/lib/testing/database";
import { placedOrder, readOrder } from "@/lib/testing/orders";
import { startSandbox, type TestSandbox } from "@/lib/testing/sandbox";

const admin = { email: "owner@kontor.example" };
const shipment = { carrier: "DHL", trackingId: "00340434161094042557" };

let sandbox: TestSandbox;
let open: OpenDb;
let ctx: Context;

beforeAll(async () => {
  [sandbox, open] = await Promise.all([startSandbox(), openTestDatabase()]);
  ctx = testContext(open.db, sandbox.url, testClock());
});
afterAll(async () => {
  await Promise.all([sandbox.stop(), open.close()]);
});

let sku = "";
beforeEach(async () => {
  sku = `SKU-${ctx.newId()}`;
  await stockArticle(open.db, sku, 10);
});
afterEach(() => sandbox.operator("/faults", undefined, "DELETE"));

/** An order whose payment has come as far as this method goes by itself. */
const placed = (method: PaymentMethod) => placedOrder(ctx, sku, { method });

const read = (token: string) => readOrder(open.db, token);

async function transferred() {
  const { order, attempt } = await placed("prepaid");
  await sandbox.operator(`/transactions/${attempt.stxId}/transfer`, { kind: "exact" });
  await syncPayment(ctx, attempt.id, "admin");
  return read(order.token);
}

/** What secuconnect itself says, read past the shop. */
async function atSecuconnect(pciId: string | null) {
  return ctx.secuconnect.readPayment(pciId ?? "");
}

const sent = (orderId: string) =>
  open.db
    .select()
    .from(outbox)
    .where(and(eq(outbox.orderId, orderId), eq(outbox.kind, "shipped")));

describe("shipOrder", () => {
  it("makes an invoice due and notes who shipped what", async () => {
    const { order, attempt } = await placed("invoice");
    expect(order.state).toBe("confirmed");
    expect((await atSecuconnect(attempt.pciId)).simple).toBe(14);

    expect(await shipOrder(ctx, order.id, shipment, admin)).toEqual({ ok: true });

    const after = await read(order.token);
    const [invoice] = await listDocuments(open.db, order.id);
    expect(invoice).toMatchObject({ kind: "invoice", number: expect.stringMatching(/^R-2026-\d{5}$/) });
    const sentWith = { ...shipment, invoiceNumber: invoice?.number };
    expect(after.order).toMatchObject({ state: "shipped", shipment: sentWith, version: order.version + 1 });
    expect(after.order.shippedAt).not.toBeNull();
    expect(await atSecuconnect(attempt.pciId)).toMatchObject({
      status: 86,
      simple: 1,
      invoiceNumber: invoice?.number,
      orderId: order.number,
    });
    expect(await sent(order.id)).toHaveLength(1);
    const events = await open.db.select().from(paymentEvents).where(eq(paymentEvents.orderId, order.id));
    const summaries = events.filter((event) => event.source === "admin").map((event) => event.summary);
    expect(summaries.some((text) => text.includes(admin.email))).toBe(true);
    expect(summaries.some((text) => /^POST .*\/capture → 200/.test(text))).toBe(true);
  });

  it("adds a shipping note to a payment that is already there", async () => {
    const { order, attempt } = await transferred();
    expect(order).toMatchObject({ state: "confirmed", received: order.total });
    const before = await atSecuconnect(attempt.pciId);

    expect(await shipOrder(ctx, order.id, shipment, admin)).toEqual({ ok: true });
    const after = (await read(order.token)).order;
    expect(after.state).toBe("shipped");
    expect(await atSecuconnect(attempt.pciId)).toMatchObject({
      status: before.status,
      invoiceNumber: after.shipment?.invoiceNumber,
    });
  });

  it("ships once when clicked twice at the same time, and says so to the second", async () => {
    const { order } = await placed("invoice");
    const results = await Promise.all([
      shipOrder(ctx, order.id, shipment, admin),
      shipOrder(ctx, order.id, shipment, admin),
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results).toContainEqual({ ok: false, reason: "already_shipped" });
    expect(await shipOrder(ctx, order.id, shipment, admin)).toEqual({ ok: false, reason: "already_shipped" });
    expect(await sent(order.id)).toHaveLength(1);
  });

  it("counts what secuconnect knows already, as after a process that ended between call and commit", async () => {
    const { order, attempt } = await placed("invoice");
    const invoice = await open.db.transaction((tx) => ensureInvoice(ctx, tx, order.id));
    await ctx.secuconnect.capture(attempt.pciId ?? "", { ...shipment, invoiceNumber: invoice.number });
    expect(await shipOrder(ctx, order.id, shipment, admin)).toEqual({ ok: true });
    expect((await read(order.token)).order.shipment?.invoiceNumber).toBe(invoice.number);
    const documents = await listDocuments(open.db, order.id);
    expect(documents.map(({ kind }) => kind).sort()).toEqual(["delivery_note", "invoice"]);
  });

  it("keeps the shop's own invoice when somebody captured elsewhere under another number", async () => {
    const { order, attempt } = await placed("invoice");
    await ctx.secuconnect.capture(attempt.pciId ?? "", { ...shipment, invoiceNumber: "RE-1" });
    expect(await shipOrder(ctx, order.id, shipment, admin)).toEqual({ ok: true });
    expect((await read(order.token)).order.shipment?.invoiceNumber).toMatch(/^R-2026-/);
  });

  it("finds out by itself when only the answer of the capture was lost", async () => {
    const { order, attempt } = await placed("invoice");
    await sandbox.operator("/faults", { kind: "cut_after", match: "/capture", times: 1 });
    expect(await shipOrder(ctx, order.id, shipment, admin)).toEqual({ ok: true });
    expect((await atSecuconnect(attempt.pciId)).status).toBe(86);
    expect((await read(order.token)).order.state).toBe("shipped");
  });

  it("tells the support number when secuconnect refuses, and changes nothing", async () => {
    const { order, attempt } = await placed("invoice");
    await sandbox.operator("/faults", { kind: "500", match: "/capture" });
    const result = await shipOrder(ctx, order.id, shipment, admin);
    expect(result).toMatchObject({ ok: false, supportId: expect.stringMatching(/\w{8}/) });
    expect((await read(order.token)).order).toMatchObject({ state: "confirmed", shipment: null });
    expect((await atSecuconnect(attempt.pciId)).simple).toBe(14);
    expect(await sent(order.id)).toHaveLength(0);
  });

  it("does not ship what is not confirmed, flagged, unknown, or gone bad at secuconnect", async () => {
    const waiting = await placed("prepaid");
    expect(await shipOrder(ctx, waiting.order.id, shipment, admin)).toEqual({
      ok: false,
      reason: "not_ready",
    });
    expect(await shipOrder(ctx, ctx.newId(), shipment, admin)).toEqual({ ok: false, reason: "not_found" });

    const bounced = await placed("invoice");
    await ctx.secuconnect.cancelPayment(bounced.attempt.pciId ?? "");
    expect(await shipOrder(ctx, bounced.order.id, shipment, admin)).toEqual({
      ok: false,
      reason: "payment_changed",
    });
    await open.db.update(orders).set({ flag: "charge_back" }).where(eq(orders.id, bounced.order.id));
    expect(await shipOrder(ctx, bounced.order.id, shipment, admin)).toEqual({ ok: false, reason: "flagged" });
  });
});
