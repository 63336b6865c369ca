import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenDb } from "@/lib/db/client";
import { offeredMethods } from "@/lib/payments/methods";
import { testClock, testContext } from "@/lib/testing/context";
import { openTestDatabase } from "@/lib/testing/database";
import { startSandbox, type TestSandbox } from "@/lib/testing/sandbox";

let database: OpenDb;
let sandbox: TestSandbox;

beforeAll(async () => {
  [database, sandbox] = await Promise.all([
    openTestDatabase(),
    startSandbox(["--methods", "Prepay,Creditcard"]),
  ]);
});
afterAll(async () => {
  await sandbox?.stop();
  await database?.close();
});

describe("offeredMethods", () => {
  it("offers what the contract has, and where it is paid", async () => {
    const ctx = testContext(database.db, sandbox.url, testClock());
    expect(await offeredMethods(ctx)).toEqual([
      { method: "prepaid", flow: "own" },
      { method: "creditcard", flow: "hosted" },
    ]);
  });

  it("leads to the page that the shop has set for a method, and with cards never to its own", async () => {
    const ctx = testContext(database.db, sandbox.url, testClock());
    const settings = { ...ctx.settings, ownPages: ["creditcard"] as const };
    expect(await offeredMethods({ ...ctx, settings })).toEqual([
      { method: "prepaid", flow: "hosted" },
      { method: "creditcard", flow: "hosted" },
    ]);
  });

  it("keeps the last known list while secuconnect fails", async () => {
    const clock = testClock();
    const ctx = testContext(database.db, sandbox.url, clock);
    await offeredMethods(ctx);
    clock.advance(6 * 60_000);
    await sandbox.operator("/faults", { kind: "500", match: "getAvailablePaymentMethods" });
    expect(await offeredMethods(ctx)).toHaveLength(2);
    await sandbox.operator("/faults", undefined, "DELETE");
  });

  it("falls back to the shop's own pages, and lets only one caller in half a minute wait", async () => {
    const clock = testClock();
    const ctx = testContext(database.db, "http://127.0.0.1:1", clock);
    const own = [
      { method: "prepaid", flow: "own" },
      { method: "invoice", flow: "own" },
    ];
    expect(await offeredMethods(ctx)).toEqual(own);
    const asked = { ...ctx, log: () => expect.unreachable("asked again") };
    expect(await offeredMethods(asked)).toEqual(own);
    clock.advance(31_000);
    expect(await offeredMethods(ctx)).toEqual(own);
  });
});
