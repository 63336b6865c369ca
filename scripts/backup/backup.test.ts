import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDatabase } from "@/lib/db/client";
import { FolderInUseError } from "@/lib/db/lock";
import { orders, paymentAttempts, products } from "@/lib/db/schema";
import { placeOrder } from "@/lib/orders/place";
import { syncOrder } from "@/lib/payments/follow";
import { placeInput, stockArticle, testClock, testContext } from "@/lib/testing/context";
import { createPostgresDatabase } from "@/lib/testing/postgres";
import { sandboxMerchant, startSandbox, type TestSandbox } from "@/lib/testing/sandbox";
import { audit } from "../audit/audit";
import { type PostgresServer, startPostgres } from "../postgres-server";
import { BackupError, backUp, restoreDump, type Source } from "./back-up";
import { checkCopy } from "./check-copy";

const now = new Date("2026-11-21T09:00:00.000Z");
let folder: string;
let sandbox: TestSandbox;
let postgres: PostgresServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "kontor-backup-"));
  [sandbox, postgres] = await Promise.all([startSandbox(), startPostgres()]);
}, 60_000);
afterAll(async () => {
  await Promise.all([sandbox?.stop(), postgres?.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

/** A shop with a paid, an unpaid and an invoice order. */
async function makeShop(source: Source): Promise<void> {
  const database = await openDatabase(source);
  const ctx = testContext(database.db, sandbox.url, testClock(), 15_000);
  await stockArticle(database.db, "PEN", 20);
  for (const method of ["prepaid", "prepaid", "invoice"] as const) {
    const placed = await placeOrder(ctx, placeInput("PEN", { method }));
    if (!placed.ok) throw new Error(placed.reason);
  }
  const [first] = await database.db
    .select({ id: orders.id, stxId: paymentAttempts.stxId })
    .from(orders)
    .innerJoin(paymentAttempts, eq(paymentAttempts.orderId, orders.id))
    .where(eq(orders.number, "K-10001"));
  await sandbox.operator(`/transactions/${first?.stxId}/transfer`, { kind: "exact" });
  await syncOrder(ctx, first?.id ?? "", "push");
  await database.close();
}

const modeOf = (path: string) => statSync(path).mode & 0o777;

async function expectSameShop(source: Source): Promise<void> {
  const database = await openDatabase(source);
  try {
    const access = { baseUrl: sandbox.url, ...sandboxMerchant, timeoutMs: 15_000 };
    const result = await audit(database.db, access, new Map([["PEN", 20]]));
    expect(result.findings.filter(({ level }) => level === "error")).toEqual([]);
    expect(result.shop.orders.map(({ received }) => received).sort()).toEqual([0, 0, 1500]);
  } finally {
    await database.close();
  }
}

it("the folder of a stopped shop opens elsewhere, and the audit agrees", async () => {
  const source = { url: undefined, dataDir: join(folder, "shop") };
  await makeShop(source);
  const { path, check } = await backUp(source, join(folder, "copies"), now);
  expect(path).toBe(join(folder, "copies", "kontor-2026-11-21T090000Z"));
  expect(check).toEqual({ orders: 3, findings: [] });
  expect(modeOf(path)).toBe(0o700);
  await expect(backUp(source, join(folder, "copies"), now)).rejects.toThrow(BackupError);
  rmSync(source.dataDir, { recursive: true });
  cpSync(path, join(folder, "again"), { recursive: true });
  await expectSameShop({ url: undefined, dataDir: join(folder, "again") });
  await sandbox.operator("/reset", {});
}, 60_000);

it("the folder of a running shop is not copied", async () => {
  const source = { url: undefined, dataDir: join(folder, "running") };
  const database = await openDatabase(source);
  await expect(backUp(source, join(folder, "refused"), now)).rejects.toThrow(FolderInUseError);
  await database.close();
  expect(readdirSync(join(folder, "refused"))).toEqual([]);
}, 60_000);

it("a folder is not copied into itself", async () => {
  const source = { url: undefined, dataDir: join(folder, "itself") };
  await (await openDatabase(source)).close();
  const inside = join(source.dataDir, "copies");
  await expect(backUp(source, inside, now)).rejects.toThrow(BackupError);
  expect(existsSync(inside)).toBe(false);
}, 60_000);

it("a TLS mode that the server cannot keep is not passed over", async () => {
  const url = `${await createPostgresDatabase(postgres.url)}?sslmode=require`;
  await expect(backUp({ url, dataDir: "" }, join(folder, "tls"), now)).rejects.toThrow(/SSL/);
  expect(readdirSync(join(folder, "tls"))).toEqual([]);
}, 60_000);

it("says what does not fit in a copy", async () => {
  const source = { url: undefined, dataDir: join(folder, "wrong") };
  const database = await openDatabase(source);
  await stockArticle(database.db, "PEN", 20);
  await database.db.update(products).set({ reserved: 3 });
  await database.close();
  const { path } = await backUp(source, join(folder, "wrong-copies"), now);
  expect((await checkCopy(path)).findings.map(({ kind }) => kind)).toEqual(["reserved"]);
}, 60_000);

it("PostgreSQL is dumped while it serves, and the dump opens in another database", async () => {
  const source = { url: await createPostgresDatabase(postgres.url), dataDir: "" };
  await makeShop(source);
  const open = await openDatabase(source);
  const { path, check } = await backUp(source, join(folder, "dumps"), now);
  await open.close();
  expect(check).toBeNull();
  expect(modeOf(path)).toBe(0o600);
  const elsewhere = await createPostgresDatabase(postgres.url);
  await restoreDump(path, elsewhere);
  await expectSameShop({ url: elsewhere, dataDir: "" });
  await expect(restoreDump(path, elsewhere)).rejects.toThrow(BackupError);
}, 60_000);
