/**
 * How the merchant's list, search and Today cope with many orders, on PostgreSQL and on the embedded database: medians
 * and query plans. Run: npx tsx --conditions=react-server bench/admin-list.ts [orders] [--plans]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { type Db, type OpenDb, openDatabase } from "@/lib/db/client";
import { rowsOf } from "@/lib/db/queue-sql";
import { closeQueues, openQueues } from "@/lib/jobs/queues";
import { exportOrders } from "@/lib/orders/admin-export";
import { type ListQuery, listOrders, listStatement } from "@/lib/orders/admin-list";
import { openInvoices, revenueByDay, revenueByMethod } from "@/lib/reports/money";
import { readToday } from "@/lib/reports/today";
import { machineLine } from "../scripts/load/machine";
import { startPostgres } from "../scripts/postgres-server";
import { seedManyOrders } from "./many-orders";

const amount = Number(process.argv[2] ?? 100_000);
const withPlans = process.argv.includes("--plans");
const rounds = 15;

console.log(machineLine(new Date()));
const server = await startPostgres();
const folder = mkdtempSync(join(tmpdir(), "kontor-bench-"));
try {
  await run("PostgreSQL", await openDatabase({ url: server.url, dataDir: "" }));
  await run("PGlite", await openDatabase({ url: undefined, dataDir: folder }));
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function run(name: string, open: OpenDb): Promise<void> {
  const { db } = open;
  const now = new Date();
  await closeQueues(await openQueues(open.queue, () => {}));
  await seedManyOrders(db, amount, now);
  console.log(`\n${name}, ${amount} orders\n\n| what | median | slowest |\n|---|---|---|`);
  const deep = await deepPlace(db, amount / 2);
  const cases: [string, ListQuery][] = [
    ["list, first page", {}],
    ["list, page in the middle", { place: { direction: "after", cursor: deep } }],
    ["list, page before it", { place: { direction: "before", cursor: deep } }],
    ["list, oldest first", { sort: "oldest" }],
    ["list, highest amount first", { sort: "amount" }],
    ["filter: to ship", { filter: "to_ship" }],
    ["filter: awaiting transfer", { filter: "awaiting" }],
    ["filter: flagged", { filter: "flagged" }],
    ["filter: shipped, unpaid", { filter: "unpaid" }],
    ["filter: cancelled", { filter: "cancelled" }],
    ["search: order number", { search: `K-${10_000 + Math.floor(amount / 3)}` }],
    ["search: rare name", { search: "Ümlaut Müstermann" }],
    ["search: name of every tenth", { search: "familie3" }],
    ["search: two letters", { search: "zz" }],
    ["search: no match", { search: "gibtesnicht" }],
    ["search: TA code", { search: `TA ${100_000_000 + Math.floor(amount / 2)}` }],
    ["search: STX id", { search: `STX_${Math.floor(amount / 2)}` }],
  ];
  for (const [what, query] of cases) {
    await measure(what, () => listOrders(db, query));
    if (withPlans) await showPlan(db, query);
  }
  await measure("Today, all lists", () => readToday(db));
  await measure("Today, revenue by day", () => revenueByDay(db, now));
  await measure("Today, payment methods", () => revenueByMethod(db, now));
  await measure("Today, open invoices", () => openInvoices(db, now));
  await measureExport(db, now);
  await open.close();
}

/** The cursor of the order this many places down the list. */
async function deepPlace(db: Db, depth: number): Promise<string> {
  const { next } = await listOrders(db, { pageSize: Math.max(1, Math.floor(depth)) });
  return next ?? "";
}

async function measure(what: string, work: () => Promise<unknown>): Promise<void> {
  await work();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  const at = (part: number) => `${(times[Math.floor((times.length - 1) * part)] ?? 0).toFixed(1)} ms`;
  console.log(`| ${what} | ${at(0.5)} | ${at(1)} |`);
}

async function measureExport(db: Db, now: Date): Promise<void> {
  const to = now.toISOString().slice(0, 10);
  const from = `${now.getUTCFullYear() - 1}${to.slice(4)}`;
  const begun = performance.now();
  let rows = 0;
  let most = 0;
  for await (const chunk of exportOrders(db, { from, to })) {
    rows += String(chunk).split("\r\n").length - 1;
    most = Math.max(most, process.memoryUsage().heapUsed);
  }
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(
    `\nCSV of a year: ${rows - 1} orders in ${seconds} s, heap at most ${(most / 1e6).toFixed(0)} MB`,
  );
}

/** The plan of the list's own statement, caught on its way to the database. */
async function showPlan(db: Db, query: ListQuery): Promise<void> {
  const statement = new PgDialect().sqlToQuery(await listStatement(db, query));
  console.log("");
  const explained = await db.execute(
    sql`explain (analyze, costs off, timing off, summary off) ${sql.raw(inline(statement))}`,
  );
  for (const row of rowsOf(explained)) console.log(`    ${Object.values(row as object)[0]}`);
  console.log("");
}

/** Puts the values into the statement: explain takes no parameters here. All of them are the bench's own. */
function inline({ sql: text, params }: { sql: string; params: unknown[] }): string {
  const literal = (value: unknown) =>
    typeof value === "number" ? String(value) : `'${String(value).replaceAll("'", "''")}'`;
  return text.replace(/\$(\d+)/g, (_, index: string) => literal(params[Number(index) - 1]));
}
