import { eq } from "drizzle-orm";
import type PgBoss from "pg-boss";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Context } from "@/lib/context";
import { storedAccount } from "@/lib/customers/account";
import { deleteAtSecuconnect, forgetCustomer, forgetUnused } from "@/lib/customers/forget";
import { tokenHash } from "@/lib/customers/token";
import type { OpenDb } from "@/lib/db/client";
import { type Customer, customers, orders, paymentAttempts } from "@/lib/db/schema";
import { closeQueues, openQueues } from "@/lib/jobs/queues";
import { type PlaceInput, placeOrder } from "@/lib/orders/place";
import { placeInput, stockArticle, type TestClock, testClock, testContext } from "@/lib/testing/context";
import { openTestDatabase } from "@/lib/testing/database";
import { sandboxMerchant, startSandbox, type TestSandbox } from "@/lib/testing/sandbox";

const bankAccount = { owner: "Erika Muster", iban: "DE35500105175418493188" };
const { billing } = placeInput("X");
const elsewhere = { ...billing, street: "Nebenstraße" };
const sku = "M-1";
const day = 24 * 3_600_000;

let database: OpenDb;
let sandbox: TestSandbox;
let boss: PgBoss;
let clock: TestClock;
let ctx: Context;
let token = "";

beforeAll(async () => {
  [database, sandbox] = await Promise.all([openTestDatabase(), startSandbox()]);
  boss = await openQueues(database.queue, () => {});
  await stockArticle(database.db, sku, 1000);
});
afterAll(async () => {
  if (boss) await closeQueues(boss);
  await sandbox?.stop();
  await database?.close();
});
beforeEach(() => {
  clock = testClock();
  const plain = testContext(database.db, sandbox.url, clock, 15_000);
  ctx = { ...plain, settings: { ...plain.settings, ownPages: ["prepaid", "invoice", "debit"] } };
  token = ctx.newToken();
});
afterEach(async () => {
  await sandbox.operator("/faults", undefined, "DELETE");
  await ctx.db.update(orders).set({ customerId: null });
  await ctx.db.delete(customers);
  await boss.purgeQueue("forget-customer");
});

async function place(over: Partial<PlaceInput> = {}) {
  const result = await placeOrder(ctx, placeInput(sku, { remember: token, ...over }));
  if (!result.ok) throw new Error(result.reason);
  const [found] = await ctx.db
    .select()
    .from(orders)
    .innerJoin(paymentAttempts, eq(paymentAttempts.orderId, orders.id))
    .where(eq(orders.token, result.token));
  if (!found) throw new Error("no order");
  const smart = await ctx.secuconnect.readTransaction(found.payment_attempts.stxId ?? "");
  return { order: found.orders, attempt: found.payment_attempts, smart };
}

async function known(): Promise<Customer> {
  const [customer] = await ctx.db
    .select()
    .from(customers)
    .where(eq(customers.tokenHash, tokenHash(token)));
  if (!customer) throw new Error("nobody is known");
  return customer;
}

const owedDeletions = async () =>
  (
    await boss.fetch<{ pcuId: string | null; pctId: string | null }>("forget-customer", { batchSize: 10 })
  ).map(({ data }) => data);

/** Reads an object at secuconnect as the shop's own credentials may. */
async function statusOf(path: string): Promise<number> {
  const { clientId, clientSecret } = sandboxMerchant;
  const login = { grant_type: "client_credentials", client_id: clientId, client_secret: clientSecret };
  const signedIn = await fetch(`${sandbox.url}/oauth/token`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(login),
  });
  const { access_token } = await signedIn.json();
  const headers = { Authorization: `Bearer ${access_token}` };
  return (await fetch(`${sandbox.url}/api/v2${path}`, { headers })).status;
}

describe("a buyer who agrees", () => {
  it("is known at secuconnect the next time, by the customer its first payment made", async () => {
    const first = await place();
    const customer = await known();
    expect(first.order.customerId).toBe(customer.id);
    expect(customer).toMatchObject({ email: first.order.email, billing, pcuId: first.smart.customerId });
    expect(JSON.stringify(customer)).not.toContain(token);
    clock.advance(day);
    const second = await place();
    expect(second.order.customerId).toBe(customer.id);
    expect(second.smart.customerId).toBe(customer.pcuId);
    expect((await known()).lastUsedAt).toEqual(clock.now());
  });

  it("pays by the account given last time, which the shop knows by its last digits only", async () => {
    await place({ method: "debit", bankAccount });
    const customer = await known();
    expect(customer).toMatchObject({ accountHint: "DE•• •••• 3188", pctId: expect.stringMatching(/^PCT_/) });
    expect(JSON.stringify(customer)).not.toContain(bankAccount.iban.slice(4, -4));
    const { order, smart } = await place({
      method: "debit",
      bankAccount: { containerId: customer.pctId ?? "" },
    });
    expect(order).toMatchObject({ state: "confirmed", received: 1500 });
    expect(smart.containerId).toBe(customer.pctId);
  });

  it("leaves no account behind that was refused", async () => {
    await place({ method: "debit", bankAccount, billing: { ...billing, surname: "Ablehnung" } });
    expect(await known()).toMatchObject({ pctId: null, accountHint: null });
  });

  it("with another address is another customer there; the old objects are deleted", async () => {
    await place({ method: "debit", bankAccount });
    const { pcuId, pctId, id } = await known();
    const moved = await place({ billing: elsewhere });
    const after = await known();
    expect(after).toMatchObject({ id, billing: elsewhere, pctId: null, pcuId: moved.smart.customerId });
    expect(after.pcuId).not.toBe(pcuId);
    expect(await owedDeletions()).toEqual([{ pcuId, pctId }]);
  });

  it("whose first answer got lost is known by the second one's token", async () => {
    const { formToken } = placeInput(sku);
    await place({ formToken });
    const { id } = await known();
    token = ctx.newToken();
    await place({ formToken });
    expect((await known()).id).toBe(id);
    expect(await ctx.db.select().from(customers)).toHaveLength(1);
  });

  it("is not offered an account any more that secuconnect no longer takes", async () => {
    await place({ method: "debit", bankAccount });
    const { pctId } = await known();
    await ctx.secuconnect.deleteContainer(pctId ?? "");
    const { order, attempt } = await place({ method: "debit", bankAccount: { containerId: pctId ?? "" } });
    expect([order.state, attempt.state]).toEqual(["open", "created"]);
    expect((await known()).pctId).toBeNull();
  });
});

describe("a buyer who does not agree", () => {
  it("leaves no trace", async () => {
    const { order } = await place({ remember: null, method: "debit", bankAccount });
    expect(order.customerId).toBeNull();
    expect(await ctx.db.select().from(customers)).toEqual([]);
  });
});

describe("the remembered account", () => {
  it("serves the remembered person and address only", async () => {
    await place({ method: "debit", bankAccount });
    const customer = await known();
    const own = { billing: { ...billing, company: undefined }, shipping: null };
    expect(storedAccount(customer, own)).toEqual({ ok: true, containerId: customer.pctId });
    const refused = { ok: false, reason: "account_other_address" };
    expect(storedAccount(customer, { billing: elsewhere, shipping: null })).toEqual(refused);
    expect(storedAccount(customer, { billing, shipping: elsewhere })).toEqual(refused);
    expect(storedAccount(null, own)).toEqual({ ok: false, reason: "account_gone" });
  });
});

describe("forgetting", () => {
  it("deletes the row, the link of the orders and the objects at secuconnect", async () => {
    const { order } = await place({ method: "debit", bankAccount });
    const { id, pcuId, pctId } = await known();
    expect(await forgetCustomer(ctx, id)).toBe(true);
    expect(await forgetCustomer(ctx, id)).toBe(false);
    const [after] = await ctx.db.select().from(orders).where(eq(orders.id, order.id));
    expect(after?.customerId).toBeNull();
    const owed = await owedDeletions();
    expect(owed).toEqual([{ pcuId, pctId }]);
    const paths = [`/Payment/Customers/${pcuId}`, `/Payment/Containers/${pctId}`];
    expect(await Promise.all(paths.map(statusOf))).toEqual([200, 200]);
    await deleteAtSecuconnect(ctx, { pcuId, pctId });
    expect(await Promise.all(paths.map(statusOf))).toEqual([404, 404]);
  });

  it.each(["500", "cut_after"])("is repeated after %s and ends well when it had happened", async (kind) => {
    await place({ method: "debit", bankAccount });
    const ids = await known();
    await sandbox.operator("/faults", { kind, match: "/Payment/Containers", times: 1 });
    await expect(deleteAtSecuconnect(ctx, ids)).rejects.toThrow();
    await deleteAtSecuconnect(ctx, ids);
    expect(await statusOf(`/Payment/Containers/${ids.pctId}`)).toBe(404);
    expect(await statusOf(`/Payment/Customers/${ids.pcuId}`)).toBe(404);
  });

  it("waits for a day while the buyer is on the pay page", async () => {
    await place({ method: "creditcard" });
    await forgetCustomer(ctx, (await known()).id);
    expect(await owedDeletions()).toEqual([]);
    expect(await boss.getQueueSize("forget-customer")).toBe(1);
  });

  it("comes by itself a year after the last order", async () => {
    await place();
    clock.advance(365 * day);
    expect(await forgetUnused(ctx)).toBe(0);
    clock.advance(1);
    expect(await forgetUnused(ctx)).toBe(1);
    expect(await ctx.db.select().from(customers)).toEqual([]);
  });
});
