import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Context } from "@/lib/context";
import type { OpenDb } from "@/lib/db/client";
import { counters, documents, orderLines, orders } from "@/lib/db/schema";
import { ensureInvoice } from "@/lib/invoices/invoice";
import { cents } from "@/lib/money";
import { placeInput, type TestClock, testClock, testContext } from "@/lib/testing/context";
import { openTestDatabase } from "@/lib/testing/database";

let open: OpenDb;
let ctx: Context;
let clock: TestClock;

beforeAll(async () => {
  open = await openTestDatabase();
  clock = testClock();
  ctx = testContext(open.db, "http://127.0.0.1:9", clock);
});
afterAll(() => open?.close());

/** Orders as they are when their goods leave, without a payment. */
async function storeOrders(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => ctx.newId());
  const { email, billing, locale, priced } = placeInput("none");
  const at = clock.now();
  await open.db.insert(orders).values(
    ids.map((id) => ({
      id,
      number: `T-${id}`,
      token: ctx.newToken(),
      formToken: id,
      pushSecret: ctx.newToken(),
      locale,
      email,
      billing,
      total: priced.total,
      vatGroups: priced.vatGroups,
      state: "confirmed" as const,
      received: cents(0),
      refunded: cents(0),
      placedAt: at,
      updatedAt: at,
    })),
  );
  const lines = priced.lines.map((line, position) => ({ ...line, position, sku: null }));
  await open.db
    .insert(orderLines)
    .values(ids.flatMap((orderId) => lines.map((line) => ({ orderId, ...line }))));
  return ids;
}

const issue = (id: string) => open.db.transaction((tx) => ensureInvoice(ctx, tx, id));
const fail = (id: string) =>
  open.db.transaction(async (tx) => {
    await ensureInvoice(ctx, tx, id);
    throw new Error("the process ends here");
  });

it("500 invoices at the same time have 500 numbers without a gap, though some fail and some are asked for twice", async () => {
  const ids = await storeOrders(500);
  const work = ids.flatMap((id, index) => [
    ...(index % 7 === 0 ? [fail(id)] : []),
    issue(id),
    ...(index % 5 === 0 ? [issue(id)] : []),
  ]);
  const results = await Promise.allSettled(work);
  expect(results.filter(({ status }) => status === "rejected")).toHaveLength(Math.ceil(500 / 7));

  const rows = await open.db.select({ number: documents.number, orderId: documents.orderId }).from(documents);
  expect(new Set(rows.map(({ orderId }) => orderId))).toEqual(new Set(ids));
  const expected = Array.from({ length: 500 }, (_, index) => `R-2026-${10_001 + index}`);
  expect(rows.map(({ number }) => number).sort()).toEqual(expected);
}, 180_000);

it("numbers begin anew with the year of the shop's own time zone", async () => {
  const [last = "", first = ""] = await storeOrders(2);
  clock.advance(new Date("2026-12-31T22:59:00Z").getTime() - clock.now().getTime());
  expect((await issue(last)).number).toMatch(/^R-2026-/);
  clock.advance(60_000);
  const issued = await issue(first);
  expect(issued.number).toBe("R-2027-10001");
  expect(issued.content).toMatchObject({ issuedOn: "2027-01-01" });
  expect((await issue(first)).number).toBe("R-2027-10001");
  const [counter] = await open.db.select().from(counters).where(eq(counters.name, "invoice-2027"));
  expect(counter?.value).toBe(10_001);
});
