import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Context } from "@/lib/context";
import type { OpenDb } from "@/lib/db/client";
import { orders, paymentAttempts, products } from "@/lib/db/schema";
import { cancelOrder } from "@/lib/orders/cancel";
import { placeOrder } from "@/lib/orders/place";
import { captureAuthorised } from "@/lib/payments/capture";
import { expireOrders } from "@/lib/payments/expire";
import { syncOrder } from "@/lib/payments/follow";
import { placeInput, stockArticle, testClock, testContext } from "@/lib/testing/context";
import { openTestDatabase } from "@/lib/testing/database";
import { sandboxMerchant, startSandbox, type TestSandbox } from "@/lib/testing/sandbox";
import { freePorts } from "../ports";
import { audit } from "./audit";
import { NoSandboxError } from "./read-secuconnect";
import { report } from "./report";

let sandbox: TestSandbox;
let open: OpenDb;
let ctx: Context;
const beginning = new Map([["PEN", 20]]);

beforeAll(async () => {
  sandbox = await startSandbox();
  open = await openTestDatabase();
  ctx = testContext(open.db, sandbox.url, testClock());
  await stockArticle(open.db, "PEN", 20);
});

afterAll(async () => {
  await open.close();
  await sandbox.stop();
});

const look = () => audit(open.db, { baseUrl: sandbox.url, ...sandboxMerchant, timeoutMs: 5000 }, beginning);

async function place(method: "prepaid" | "invoice" | "creditcard") {
  const placed = await placeOrder(ctx, placeInput("PEN", { method }));
  if (!placed.ok) throw new Error(placed.reason);
  const [order] = await open.db.select().from(orders).where(eq(orders.token, placed.token));
  const [attempt] = await open.db
    .select()
    .from(paymentAttempts)
    .where(eq(paymentAttempts.orderId, order?.id ?? ""));
  return { id: order?.id ?? "", stx: attempt?.stxId ?? "" };
}

it("agrees with a real sandbox, and notices what the shop has not", async () => {
  const paid = await place("prepaid");
  await place("invoice");
  await place("creditcard");
  expect((await look()).findings).toEqual([]);

  await sandbox.operator(`/transactions/${paid.stx}/transfer`, { kind: "exact" });
  const behind = await look();
  expect(behind.findings.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["not_booked", "paid_not_confirmed", "not_noticed"]),
  );
  expect(report(behind)).toMatch(/NOT OK: \d+ contradictions\.$/);

  await syncOrder(ctx, paid.id, "sweep");
  await sandbox.operator(`/transactions/${paid.stx}/refund`, { amount: 200 });
  expect((await look()).findings.map(({ kind }) => kind)).toContain("refund_not_booked");
  await syncOrder(ctx, paid.id, "sweep");
  const settled = await look();
  expect(settled.findings).toEqual([]);
  expect(report(settled)).toContain("all there are");
  expect(report(settled)).toMatch(/OK: shop and secuconnect agree\.$/);
});

it("agrees while payments wait for the merchant, after one was captured and after one lapsed", async () => {
  const clock = testClock();
  const plain = testContext(open.db, sandbox.url, clock);
  const later: Context = {
    ...plain,
    settings: { ...plain.settings, ownPages: ["prepaid", "invoice", "debit"], capture: "later" },
  };
  const bankAccount = { owner: "Erika Muster", iban: "DE35500105175418493188" };
  const ids: string[] = [];
  for (let count = 0; count < 3; count++) {
    const placed = await placeOrder(later, placeInput("PEN", { method: "debit", bankAccount }));
    if (!placed.ok) throw new Error(placed.reason);
    const [order] = await open.db.select().from(orders).where(eq(orders.token, placed.token));
    ids.push(order?.id ?? "");
  }
  expect((await look()).findings).toEqual([]);
  expect(await captureAuthorised(later, ids[0] ?? "", { email: "laden@kontor.example" })).toMatchObject({
    ok: true,
  });
  expect(await cancelOrder(later, ids[1] ?? "", { kind: "buyer" })).toEqual({ ok: true });
  clock.advance(73 * 3_600_000);
  expect(await expireOrders(later)).toBeGreaterThan(0);
  const { findings, shop } = await look();
  expect(findings).toEqual([]);
  expect(ids.map((id) => shop.orders.find((order) => order.id === id)?.state)).toEqual([
    "confirmed",
    "cancelled",
    "expired",
  ]);
});

it("says when there is nobody to compare with", async () => {
  const [port = 0] = await freePorts(1);
  const nowhere = { baseUrl: `http://127.0.0.1:${port}`, ...sandboxMerchant, timeoutMs: 5000 };
  await expect(audit(open.db, nowhere)).rejects.toThrow(NoSandboxError);
});

it("sees a piece that left without an order", async () => {
  await open.db.update(products).set({ stock: 5 }).where(eq(products.sku, "PEN"));
  expect((await look()).findings.map(({ kind }) => kind)).toEqual(["stock"]);
});
