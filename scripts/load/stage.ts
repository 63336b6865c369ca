import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { type Db, openDatabase } from "@/lib/db/client";
import { orders, products } from "@/lib/db/schema";
import { type MailHealth, mailHealth } from "@/lib/mail/list";
import { type AuditAccess, audit } from "../audit/audit";
import type { Finding } from "../audit/facts";
import type { AuditResult } from "../audit/report";
import type { Child } from "../child";
import { freePorts } from "../ports";
import { startPostgres } from "../postgres-server";
import { sampleCredentials } from "../settings";
import { Operator } from "./operator";
import { startSandboxProcess, startShop } from "./shop-process";

/** A PostgreSQL server, a sandbox and any number of shop instances, all thrown away at the end. */
export type Stage = {
  db: Db;
  operator: Operator;
  access: AuditAccess;
  /** Resolves when the instance answers; the stage ends it at the latest. */
  startInstance: (name: string, port: number, appUrl: string) => Promise<Child>;
  close: () => Promise<void>;
};

/** Builds the stage. What was started is ended when it fails, and at Ctrl-C. `root` holds a production build. */
export async function openStage(root: string, output: (name: string, line: string) => void): Promise<Stage> {
  const ends: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void close().finally(() => process.exit(1)));
  try {
    const dataDir = mkdtempSync(join(tmpdir(), "kontor-stage-"));
    ends.push(async () => rmSync(dataDir, { recursive: true, force: true }));
    const postgres = await startPostgres();
    ends.push(postgres.stop);
    const [port = 0, smtpPort = 0] = await freePorts(2);
    const sandbox = await startSandboxProcess({ root, port, smtpPort, output });
    ends.push(sandbox.stop);
    const database = await openDatabase({ url: postgres.url, dataDir });
    ends.push(database.close);
    const sandboxUrl = `http://127.0.0.1:${port}`;
    return {
      db: database.db,
      operator: new Operator(sandboxUrl),
      access: { baseUrl: sandboxUrl, ...sampleCredentials, timeoutMs: 30_000 },
      startInstance: async (name, instancePort, appUrl) => {
        const sandboxPorts = { port, smtpPort };
        const shop = { name, root, port: instancePort, appUrl, databaseUrl: postgres.url };
        const child = await startShop({ ...shop, sandbox: sandboxPorts, dataDir, output });
        ends.push(child.stop);
        return child;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Gives every article this stock, and some of them another one. Answers the stock per SKU. */
export async function stockUp(
  db: Db,
  plenty: number,
  scarce: { articles: number; stock: number },
): Promise<Map<string, number>> {
  const rows = await db.select({ sku: products.sku }).from(products).orderBy(products.sku);
  const stocks = rows.map(({ sku }, index): [string, number] => [
    sku,
    index < scarce.articles ? scarce.stock : plenty,
  ]);
  for (const [sku, stock] of stocks) await setStock(db, sku, stock);
  return new Map(stocks);
}

/** The stock of one article; no order may be under way for it. */
async function setStock(db: Db, sku: string, stock: number): Promise<void> {
  await db.update(products).set({ stock }).where(eq(products.sku, sku));
}

/** Audits until both sides agree: the shop's own sweep has to catch up, nobody helps it. Answers the last audit. */
export async function auditWhenQuiet(
  { db, access }: Stage,
  beginning: ReadonlyMap<string, number>,
  withinMs: number,
  progress: (text: string) => void,
): Promise<AuditResult & { afterMs: number }> {
  const begun = Date.now();
  for (;;) {
    const result = await audit(db, access, beginning);
    const afterMs = Date.now() - begun;
    const errors = errorsIn(result.findings);
    if (afterMs > withinMs || (errors.length === 0 && result.leftOut === 0)) return { ...result, afterMs };
    const kinds = [...new Set(errors.map(({ kind, subject }) => `${kind} ${subject}`))].slice(0, 4);
    progress(`not quiet yet: ${errors.length} to be settled (${kinds.join(", ")})`);
    await pause(5_000);
  }
}

/** Waits until every owed mail went out or was given up, and answers how the outbox stands then. */
export async function outboxWhenQuiet({ db }: Stage, withinMs: number): Promise<MailHealth> {
  const begun = Date.now();
  for (;;) {
    const health = await mailHealth(db);
    if (health.waiting === 0 || Date.now() - begun > withinMs) return health;
    await pause(1_000);
  }
}

export const errorsIn = (findings: readonly Finding[]) => findings.filter(({ level }) => level === "error");

/** Tokens of orders that buyers were shown and that the shop does not have. */
export async function lostOrders(db: Db, shown: ReadonlySet<string>): Promise<string[]> {
  const rows = await db.select({ token: orders.token }).from(orders);
  const there = new Set(rows.map(({ token }) => token));
  return [...shown].filter((token) => !there.has(token));
}
