import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "@/lib/db/client";
import { type Order, orders, paymentAttempts, paymentEvents } from "@/lib/db/schema";
import { cents } from "@/lib/money";
import { findOrderDetail } from "@/lib/orders/admin-detail";
import { listOrders } from "@/lib/orders/admin-list";
import { openTestDatabase } from "@/lib/testing/database";

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
    .values({
      id: randomUUID(),
      number: `K-${10_000 + counter}`,
      token: randomUUID(),
      formToken: randomUUID(),
      pushSecret: randomUUID(),
      locale: "de",
      email: `kunde${counter}@kontor.example`,
      billing: {
        forename: "Erika",
        surname: "Muster",
        street: "Hauptstraße",
        streetNumber: "5",
        postalCode: "01309",
        city: "Dresden",
        country: "DE",
      },
      total: cents(1500),
      vatGroups: [],
      state: "open",
      received: cents(0),
      refunded: cents(0),
      placedAt: at,
      updatedAt: at,
      ...over,
    })
    .returning();
  if (!row) throw new Error("not inserted");
  return row;
}

async function attempt(orderId: string, method: string, state: "failed" | "pending", minute: number) {
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
  });
}

const numbers = (list: { number: string }[]) => list.map((each) => each.number);

describe("listOrders", () => {
  it("walks all pages newest first, each order once, while new orders come in", async () => {
    const all: Order[] = [];
    for (let i = 0; i < 7; i++) all.push(await order(Math.floor(i / 3)));
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listOrders>> = await listOrders(open.db, { pageSize: 3, after });
      seen.push(...numbers(page.orders));
      if (after === null) await order(59);
      after = page.next;
    } while (after);
    expect([...seen].sort()).toEqual(numbers(all).sort());
    const minutes = seen.map((number) => all.find((each) => each.number === number)?.placedAt.getTime() ?? 0);
    expect(minutes).toEqual([...minutes].sort((a, b) => b - a));
  });

  it("has no next page when the last one is exactly full", async () => {
    for (let i = 0; i < 3; i++) await order(i);
    expect((await listOrders(open.db, { pageSize: 3 })).next).toBeNull();
  });

  it.each(["", "x", "1_1", `17637156000001_${"-".repeat(36)}`])(
    "takes the cursor %o as page one",
    async (after) => {
      await order(0);
      expect((await listOrders(open.db, { after })).orders).toHaveLength(1);
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
    expect(await found("zoë über")).toEqual([second.number]);
    expect(await found("0% p")).toEqual([second.number]);
    expect(await found("%")).toEqual([second.number]);
    expect(await found("\\")).toEqual([]);
    expect(await found("' or 1=1")).toEqual([]);
  });

  it("filters by what is to be done", async () => {
    const waiting = await order(0);
    const toShip = await order(1, { state: "confirmed" });
    const gone = await order(2, { state: "shipped", flag: "second_payment" });
    const expired = await order(3, { state: "expired" });
    const cancelled = await order(4, { state: "cancelled" });
    const found = async (filter: Parameters<typeof listOrders>[1]["filter"]) =>
      numbers((await listOrders(open.db, filter ? { filter } : {})).orders);
    expect(await found("open")).toEqual([waiting.number]);
    expect(await found("to_ship")).toEqual([toShip.number]);
    expect(await found("shipped")).toEqual([gone.number]);
    expect(await found("flagged")).toEqual([gone.number]);
    expect(await found("cancelled")).toEqual([cancelled.number, expired.number]);
    expect(await found("all")).toHaveLength(5);
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
