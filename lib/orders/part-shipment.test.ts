import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Context } from "@/lib/context";
import type { OpenDb } from "@/lib/db/client";
import { documents, orderLines, orders, withdrawals } from "@/lib/db/schema";
import { cents } from "@/lib/money";
import { addNote, listNotes } from "@/lib/orders/notes";
import { listParts, shipPart } from "@/lib/orders/part-shipment";
import { settleWithdrawal } from "@/lib/orders/settle-withdrawal";
import { testClock, testContext } from "@/lib/testing/context";
import { openTestDatabase } from "@/lib/testing/database";
import { orderRow } from "@/lib/testing/order-row";

const admin = { email: "owner@kontor.example" };
const parcel = { carrier: "DHL", trackingId: "1" };

let open: OpenDb;
let ctx: Context;
let counter = 0;

beforeAll(async () => {
  open = await openTestDatabase();
  ctx = testContext(open.db, "http://127.0.0.1:9", testClock());
});
afterAll(() => open.close());

/** Three pens at position 1 and two books at position 2, with shipping. */
async function order(over: Parameters<typeof orderRow>[2] = {}) {
  counter += 1;
  const row = orderRow(`P-${counter}`, ctx.now(), { state: "confirmed", ...over });
  await open.db.insert(orders).values(row);
  const line = { orderId: row.id, unitPrice: cents(100), vatPercent: 19 as const };
  await open.db.insert(orderLines).values([
    { ...line, position: 1, type: "article", name: "Stift", quantity: 3, total: cents(300) },
    { ...line, position: 2, type: "article", name: "Buch", quantity: 2, total: cents(200) },
    { ...line, position: 3, type: "shipping", name: "Versand", quantity: 1, total: cents(100) },
  ]);
  return row;
}

const send = (id: string, ...lines: [number, number][]) =>
  shipPart(
    ctx,
    id,
    { ...parcel, lines: lines.map(([position, quantity]) => ({ position, quantity })) },
    admin,
  );

describe("shipPart", () => {
  it("keeps the part with its delivery note, and tells open pages", async () => {
    const { id } = await order();
    expect(await send(id, [1, 2])).toEqual({ ok: true });
    expect(await listParts(open.db, id)).toMatchObject([
      { ...parcel, lines: [{ position: 1, quantity: 2 }], createdBy: admin.email },
    ]);
    const [now] = await open.db.select().from(orders).where(eq(orders.id, id));
    expect(now).toMatchObject({ state: "confirmed", version: 2 });
    const notes = await open.db.select().from(documents).where(eq(documents.orderId, id));
    expect(notes.map(({ kind }) => kind)).toEqual(["delivery_note"]);
  });

  it("sends no piece twice, also when two people send at once", async () => {
    const { id } = await order();
    const results = await Promise.all([send(id, [1, 2]), send(id, [1, 2])]);
    expect(results).toContainEqual({ ok: true });
    expect(results).toContainEqual({ ok: false, reason: "part_too_much" });
    expect(await listParts(open.db, id)).toHaveLength(1);
  });

  it("leaves the last pieces to the real shipment", async () => {
    const { id } = await order();
    expect(await send(id, [1, 3], [2, 2])).toEqual({ ok: false, reason: "part_is_all" });
    await send(id, [1, 3]);
    expect(await send(id, [2, 2])).toEqual({ ok: false, reason: "part_is_all" });
    expect(await send(id, [2, 1])).toEqual({ ok: true });
  });

  it("refuses what is no article, nothing at all, and pieces that are not there", async () => {
    const { id } = await order();
    for (const line of [
      [3, 1],
      [9, 1],
      [1, 0],
      [1, 4],
    ] as [number, number][])
      expect(await send(id, line)).toEqual({ ok: false, reason: "part_too_much" });
  });

  it.each([
    [{ state: "open" }, "not_ready"],
    [{ state: "shipped" }, "already_shipped"],
    [{ flag: "charge_back" }, "flagged"],
    [{ cancelRequestedAt: new Date() }, "not_ready"],
    [{ delivery: "collection", pickupStore: "STO_1" }, "to_be_collected"],
  ] as const)("refuses an order with %o", async (over, reason) => {
    const { id } = await order(over);
    expect(await send(id, [1, 1])).toEqual({ ok: false, reason });
  });
});

describe("notes", () => {
  it("keeps who wrote what, the newest first, and tells open pages", async () => {
    const { id } = await order();
    expect(await addNote(ctx, id, "Kunde ruft an", admin)).toEqual({ ok: true });
    expect(await listNotes(open.db, id)).toMatchObject([{ author: admin.email, text: "Kunde ruft an" }]);
    const [now] = await open.db.select().from(orders).where(eq(orders.id, id));
    expect(now?.version).toBe(2);
    expect(await addNote(ctx, ctx.newId(), "x", admin)).toEqual({ ok: false, reason: "not_found" });
  });
});

describe("settleWithdrawal", () => {
  it("is done once", async () => {
    const { id: orderId } = await order();
    const id = ctx.newId();
    await open.db.insert(withdrawals).values({
      id,
      orderId,
      formToken: ctx.newToken(),
      locale: "de",
      name: "Erika Muster",
      orderReference: "P-1",
      email: "kunde@kontor.example",
      receivedAt: ctx.now(),
    });
    const results = await Promise.all([settleWithdrawal(ctx, id), settleWithdrawal(ctx, id)]);
    expect(results).toContainEqual({ ok: true });
    expect(results).toContainEqual({ ok: false, reason: "withdrawal_settled" });
  });
});
