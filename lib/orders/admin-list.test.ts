import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "@/lib/db/client";
import { type Order, orders, paymentAttempts, paymentEvents } from "@/lib/db/schema";
import { cents } from "@/lib/money";
import { listSorts, type Place } from "@/lib/orders/admin-cursor";
import { findOrderDetail } from "@/lib/orders/admin-detail";
import type { ListFilter } from "@/lib/orders/admin-filter";
import { lastChange, listOrders, type OrderPage } from "@/lib/orders/admin-list";
import { openTestDatabase } from "@/lib/testing/database";
import { orderRow } from "@/lib/testing/order-row";

let open: OpenDb;

beforeAll(async () => {
  open = await openTestDatabase();
});
afterAll(() => open.close());
beforeEach(async () => {
  await open.db.delete(paymentEvents);
  await open.db.delete(paymentAttempts);
  await open.db.delete(orders);
});

let counter = 0;

async function order(minute: number, over: Partial<Order> = {}): Promise<Order> {
  counter += 1;
  const at = new Date(Date.UTC(2026, 10, 21, 9, minute));
  const [row] = await open.db
    .insert(orders)
    .values(orderRow(`K-${10_000 + counter}`, at, over))
    .returning();
  if (!row) throw new Error("not inserted");
  return row;
}

type AttemptFields = Partial<typeof paymentAttempts.$inferInsert>;

async function attempt(
  orderId: string,
  method: string,
  state: "failed" | "pending" | "approved",
  minute: number,
  over: AttemptFields = {},
) {
  const at = new Date(Date.UTC(2026, 10, 21, 9, minute));
  await open.db.insert(paymentAttempts).values({
    id: randomUUID(),
    orderId,
    merchantRef: randomUUID(),
    method,
    flow: "own",
    state,
    amount: cents(1500),
    createdAt: at,
    updatedAt: at,
    ...over,
  });
}

const numbers = (list: { number: string }[]) => list.map((each) => each.number);

describe("listOrders", () => {
  it("walks all pages newest first, each order once, while new orders come in", async () => {
    const all: Order[] = [];
    for (let i = 0; i < 7; i++) all.push(await order(Math.floor(i / 3)));
    const seen: string[] = [];
    let place: Place | null = null;
    do {
      const page: OrderPage = await listOrders(open.db, { pageSize: 3, place });
      seen.push(...numbers(page.orders));
      if (place === null) await order(59);
      place = page.next ? { direction: "after", cursor: page.next } : null;
    } while (place);
    expect([...seen].sort()).toEqual(numbers(all).sort());
    const minutes = seen.map((number) => all.find((each) => each.number === number)?.placedAt.getTime() ?? 0);
    expect(minutes).toEqual([...minutes].sort((a, b) => b - a));
  });

  it("has no next page when the last one is exactly full", async () => {
    for (let i = 0; i < 3; i++) await order(i);
    expect((await listOrders(open.db, { pageSize: 3 })).next).toBeNull();
  });

  it.each(["", "x", "1_1", `999999999999999_${randomUUID()}x`, `17637156000001_${"-".repeat(36)}`])(
    "takes the cursor %o as page one",
    async (cursor) => {
      await order(0);
      for (const direction of ["after", "before"] as const) {
        for (const sort of listSorts) {
          const page = await listOrders(open.db, { sort, place: { direction, cursor } });
          expect(page).toMatchObject({ next: null, previous: null });
          expect(page.orders).toHaveLength(1);
        }
      }
    },
  );

  it("finds by number, e-mail, name and company, and takes nothing as a pattern", async () => {
    const first = await order(0, { number: "K-77701", email: "a_b@kontor.example" });
    const second = await order(1, {
      billing: { ...first.billing, forename: "Zoë", surname: "Überall", company: "100% Papier" },
    });
    const found = async (search: string) => numbers((await listOrders(open.db, { search })).orders);
    expect(await found(" 77701 ")).toEqual(["K-77701"]);
    expect(await found("A_B@")).toEqual(["K-77701"]);
    for (const typed of ["zoë über", "UEBERALL zoe", "uberall", "papier überall"])
      expect(await found(typed)).toEqual([second.number]);
    for (const typed of ["%", "\\", "_", "Z%9"]) expect(await found(typed)).toEqual([]);
    expect(await found("'; drop table")).toEqual([]);
  });

  it("finds by the ids of a payment", async () => {
    const { id, number } = await order(0);
    await order(1);
    const ids = { stxId: "STX_ABC123", pciId: "PCI_XYZ789", transId: "110090565", merchantRef: "K-1.a2" };
    await attempt(id, "prepaid", "pending", 1, ids);
    const found = async (search: string) => numbers((await listOrders(open.db, { search })).orders);
    for (const typed of [
      "STX_ABC123",
      "stx_abc123",
      "PCI_XYZ789",
      "TA 110090565",
      "ta110090565",
      "110090565",
      "K-1.a2",
    ])
      expect(await found(typed), typed).toEqual([number]);
    expect(await found("STX_ABC12")).toEqual([]);
    expect(await found("TA 11009056")).toEqual([]);
  });

  it("sorts by age and amount and walks there and back again", async () => {
    const totals = [300, 100, 300, 200, 500];
    const made: Order[] = [];
    for (const [minute, total] of totals.entries()) made.push(await order(minute, { total: cents(total) }));
    for (const sort of listSorts) {
      const whole = numbers((await listOrders(open.db, { sort })).orders);
      const pages: string[][] = [];
      let page = await listOrders(open.db, { sort, pageSize: 2 });
      expect(page.previous).toBeNull();
      pages.push(numbers(page.orders));
      while (page.next) {
        page = await listOrders(open.db, {
          sort,
          pageSize: 2,
          place: { direction: "after", cursor: page.next },
        });
        pages.push(numbers(page.orders));
      }
      expect(pages.flat()).toEqual(whole);
      const back: string[][] = [pages.pop() ?? []];
      while (page.previous) {
        const place: Place = { direction: "before", cursor: page.previous };
        page = await listOrders(open.db, { sort, pageSize: 2, place });
        back.unshift(numbers(page.orders));
      }
      expect(back.flat()).toEqual(whole);
      expect(page.next).not.toBeNull();
    }
    const sorted = await listOrders(open.db, { sort: "amount" });
    expect(sorted.orders.map(({ total }) => total)).toEqual([500, 300, 300, 200, 100]);
    expect(numbers((await listOrders(open.db, { sort: "oldest" })).orders)).toEqual(numbers(made));
  });

  it("says when anything last changed", async () => {
    expect(await lastChange(open.db)).toBeNull();
    await order(7);
    const { updatedAt } = await order(9);
    await order(8);
    expect(await lastChange(open.db)).toEqual(updatedAt);
  });

  it("filters by what is to be done", async () => {
    const waiting = await order(0);
    const toShip = await order(1, { state: "confirmed" });
    const gone = await order(2, { state: "shipped", flag: "second_payment" });
    const expired = await order(3, { state: "expired" });
    const cancelled = await order(4, { state: "cancelled" });
    const called = await order(5, { state: "confirmed", cancelRequestedAt: new Date() });
    const authorised = await order(6);
    await attempt(waiting.id, "prepaid", "pending", 1);
    await attempt(authorised.id, "creditcard", "approved", 1);
    const found = async (filter: ListFilter) => numbers((await listOrders(open.db, { filter })).orders);
    expect(await found("open")).toEqual([authorised.number, waiting.number]);
    expect(await found("awaiting")).toEqual([waiting.number]);
    expect(await found("authorised")).toEqual([authorised.number]);
    expect(await found("unpaid")).toEqual([gone.number]);
    expect(await found("charge_back")).toEqual([]);
    expect(await found("refunding")).toEqual([]);
    expect(await found("to_ship")).toEqual([toShip.number]);
    expect(await found("shipped")).toEqual([gone.number]);
    expect(await found("flagged")).toEqual([gone.number]);
    expect(await found("cancelled")).toEqual([cancelled.number, expired.number]);
    expect(await found("all")).toHaveLength(7);
    expect(await found("all")).toContain(called.number);
  });

  it("tells of the newest payment attempt only", async () => {
    const { id } = await order(0);
    await attempt(id, "invoice", "failed", 1);
    await attempt(id, "prepaid", "pending", 2);
    const bare = await order(1);
    const page = await listOrders(open.db, {});
    expect(page.orders.map((each) => each.attempt)).toEqual([null, { method: "prepaid", state: "pending" }]);
    expect(page.orders[0]?.id).toBe(bare.id);
  });
});

describe("findOrderDetail", () => {
  it("gives attempts and events newest first", async () => {
    const { id } = await order(0);
    await attempt(id, "invoice", "failed", 1);
    await attempt(id, "prepaid", "pending", 2);
    for (const second of [1, 3, 2]) {
      await open.db.insert(paymentEvents).values({
        id: randomUUID(),
        orderId: id,
        at: new Date(Date.UTC(2026, 10, 21, 9, 0, second)),
        source: "admin",
        kind: "note",
        summary: `second ${second}`,
      });
    }
    const detail = await findOrderDetail(open.db, id);
    expect(detail?.attempts.map((each) => each.method)).toEqual(["prepaid", "invoice"]);
    expect(detail?.events.map((each) => each.summary)).toEqual(["second 3", "second 2", "second 1"]);
  });

  it.each(["", "1", "'; drop table orders", randomUUID()])("knows no order %o", async (id) => {
    expect(await findOrderDetail(open.db, id)).toBeNull();
  });
});
