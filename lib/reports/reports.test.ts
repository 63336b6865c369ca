import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "@/lib/db/client";
import { orders, outbox, paymentAttempts, products, refunds, withdrawals } from "@/lib/db/schema";
import { cents } from "@/lib/money";
import { openInvoices, revenueByDay, revenueByMethod } from "@/lib/reports/money";
import { nothingToDo, readToday } from "@/lib/reports/today";
import { stockArticle } from "@/lib/testing/context";
import { openTestDatabase } from "@/lib/testing/database";
import { attemptRow, orderRow } from "@/lib/testing/order-row";

const now = new Date("2026-11-21T09:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60_000);

let open: OpenDb;
beforeAll(async () => {
  open = await openTestDatabase();
});
afterAll(() => open.close());
beforeEach(async () => {
  for (const table of [refunds, outbox, withdrawals, paymentAttempts, orders, products])
    await open.db.delete(table);
});

type Row = ReturnType<typeof orderRow>;
let counter = 0;

async function order(days: number, over: Partial<Row> = {}, attempt: Parameters<typeof attemptRow>[1] = {}) {
  counter += 1;
  const row = orderRow(`R-${counter}`, daysAgo(days), over);
  await open.db.insert(orders).values(row);
  const paid = attemptRow(row, attempt);
  await open.db.insert(paymentAttempts).values(paid);
  return { ...row, attemptId: paid.id };
}

describe("readToday", () => {
  it("has nothing to say of an empty shop and of orders that are done", async () => {
    await order(1, { state: "shipped", received: cents(1500), shippedAt: daysAgo(0) });
    await order(1, { state: "expired" }, { state: "cancelled" });
    expect(nothingToDo(await readToday(open.db))).toBe(true);
  });

  it("puts each order where it waits, the oldest first, and counts beyond those it shows", async () => {
    for (let days = 1; days <= 7; days++)
      await order(days, { state: "confirmed", confirmedAt: daysAgo(days - 1) });
    const called = await order(9, { state: "confirmed", cancelRequestedAt: now });
    const flagged = await order(3, { flag: "charge_back", state: "shipped" });
    const transfer = await order(8, {}, { state: "pending" });
    const card = await order(2, {}, { state: "approved", method: "creditcard" });
    const today = await readToday(open.db);
    expect(today.toShip.count).toBe(7);
    expect(today.toShip.first).toHaveLength(5);
    expect(today.toShip.first[0]?.since).toEqual(daysAgo(6));
    expect(today.toShip.first.map(({ id }) => id)).not.toContain(called.id);
    expect(today.flagged.first).toMatchObject([{ id: flagged.id, flag: "charge_back" }]);
    expect(today.awaiting.first).toMatchObject([
      { id: transfer.id, since: daysAgo(8), name: "Erika Muster" },
    ]);
    expect(today.authorised.first).toMatchObject([{ id: card.id }]);
    expect(nothingToDo(today)).toBe(false);
  });

  it("lists refunds, withdrawals, scarce articles and dead mails that are not settled", async () => {
    const paid = await order(1, { state: "shipped", received: cents(1500) });
    const refund = {
      orderId: paid.id,
      attemptId: paid.attemptId,
      amount: cents(100),
      reason: "",
      requestedBy: "owner@kontor.example",
      leftBefore: cents(1500),
      knownBefore: [],
      createdAt: daysAgo(1),
      updatedAt: daysAgo(1),
      leaseUntil: daysAgo(1),
    };
    await open.db.insert(refunds).values([
      { ...refund, id: randomUUID(), state: "unclear" },
      { ...refund, id: randomUUID(), state: "done" },
    ]);
    const declared = {
      locale: "de" as const,
      name: "Erika Muster",
      orderReference: paid.number,
      email: "kunde@kontor.example",
      receivedAt: daysAgo(1),
    };
    await open.db.insert(withdrawals).values([
      { ...declared, id: randomUUID(), formToken: randomUUID() },
      { ...declared, id: randomUUID(), formToken: randomUUID(), settledAt: now },
    ]);
    await stockArticle(open.db, "SCARCE", 2);
    await stockArticle(open.db, "PLENTY", 50);
    await open.db
      .insert(outbox)
      .values({ id: randomUUID(), orderId: paid.id, kind: "shipped", createdAt: now, deadAt: now });
    const today = await readToday(open.db);
    expect(today.refunds).toMatchObject({ count: 1, first: [{ state: "unclear", number: paid.number }] });
    expect(today.withdrawals).toMatchObject({ count: 1, first: [{ orderReference: paid.number }] });
    expect(today.lowStock).toMatchObject({ count: 1, first: [{ sku: "SCARCE", left: 2 }] });
    expect(today.deadMails).toBe(1);
  });
});

describe("revenue", () => {
  it("is what standing orders bring, by the German day they were placed on", async () => {
    const done = { state: "shipped" as const, received: cents(1500) };
    await order(0, done);
    await order(0, {
      ...done,
      total: cents(2000),
      received: cents(1500),
      reduced: cents(500),
      refunded: cents(300),
    });
    await order(0, { state: "open" }, { state: "pending" });
    await order(0, { state: "cancelled" }, { state: "cancelled" });
    await order(0, { ...done, placedAt: new Date("2026-11-19T23:30:00Z") }, { method: "invoice" });
    await order(0, { ...done, placedAt: new Date("2026-10-22T21:59:59Z") });
    await order(0, { ...done, placedAt: new Date("2026-10-22T22:00:01Z") });
    const days = await revenueByDay(open.db, now);
    expect(days).toHaveLength(30);
    expect(days.filter(({ orders: count }) => count > 0)).toEqual([
      { day: "2026-10-23", orders: 1, amount: 1500 },
      { day: "2026-11-20", orders: 1, amount: 1500 },
      { day: "2026-11-21", orders: 2, amount: 2700 },
    ]);
    expect(await revenueByMethod(open.db, now)).toEqual([
      { method: "prepaid", orders: 3, amount: 4200 },
      { method: "invoice", orders: 1, amount: 1500 },
    ]);
  });
});

it("sorts shipped orders without their money by due date", async () => {
  const shipped = (days: number, over: Partial<Row> = {}) =>
    order(days, { state: "shipped", shippedAt: daysAgo(days), ...over }, { method: "invoice" });
  await shipped(1);
  await shipped(10);
  await shipped(20, { received: cents(500) });
  await shipped(50);
  await shipped(50, { received: cents(1500) });
  await shipped(50, { reduced: cents(1500) });
  expect(await openInvoices(open.db, now)).toEqual([
    { band: "overdue_long", orders: 1, amount: 1500 },
    { band: "overdue", orders: 1, amount: 1000 },
    { band: "this_week", orders: 1, amount: 1500 },
    { band: "later", orders: 1, amount: 1500 },
  ]);
});
