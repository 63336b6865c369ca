import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { inArray } from "drizzle-orm";
import { openDatabase } from "@/lib/db/client";
import { orders, products } from "@/lib/db/schema";
import { audit } from "./audit/audit";
import type { Finding } from "./audit/facts";
import { report } from "./audit/report";
import { isBuilt } from "./build";
import type { Child } from "./child";
import { killNowAndThen, troubleSecuconnect } from "./load/chaos";
import { visit, type World } from "./load/journeys";
import { Operator } from "./load/operator";
import { type Random, seededRandom } from "./load/random";
import { startSandboxProcess, startShop } from "./load/shop-process";
import { Tally } from "./load/tally";
import { freePorts } from "./ports";
import { startPostgres } from "./postgres-server";
import { sampleCredentials } from "./settings";

const root = fileURLToPath(new URL("..", import.meta.url));
const quietMs = 300_000;

const help = `npm run test:soak -- [--seconds 60] [--shoppers 8] [--seed 1] [--verbose]

Shoppers order and pay in parallel while secuconnect misbehaves, pushes get lost and the shop is killed; then waits
until all is quiet and audits. Needs a production build. The seed decides the shoppers' ways and the faults; how they
meet in time is the machine's doing.`;

const { values: options } = parseArgs({
  options: {
    seconds: { type: "string", default: "60" },
    shoppers: { type: "string", default: "8" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    verbose: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

/** Gives the exit code. */
async function main(): Promise<number> {
  if (options.help) return say(help, 0);
  if (!isBuilt(root)) return say("There is no build of these sources: npm run build comes first.", 1);
  const seconds = Number(options.seconds);
  const shoppers = Number(options.shoppers);
  const seed = Number(options.seed);
  const memory = Math.round(totalmem() / 2 ** 30);
  say(`soak of ${seconds} s, ${shoppers} shoppers, seed ${seed}`);
  say(
    `${new Date().toISOString()}, ${availableParallelism()} cores, ${memory} GiB memory, Node ${process.version}\n`,
  );
  const started: (() => Promise<void>)[] = [];
  try {
    return await soak({ seconds, shoppers, random: seededRandom(seed) }, started);
  } finally {
    for (const stop of started.reverse()) await stop();
  }
}

type Plan = { seconds: number; shoppers: number; random: Random };

async function soak({ seconds, shoppers, random }: Plan, started: (() => Promise<void>)[]): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), "kontor-soak-"));
  started.push(async () => rmSync(dataDir, { recursive: true, force: true }));
  const postgres = await startPostgres();
  started.push(postgres.stop);
  const [port = 0, sandboxPort = 0, smtpPort = 0] = await freePorts(3);
  const output = (name: string, line: string) => {
    if (options.verbose) say(`${name} │ ${line}`);
  };
  const sandbox = await startSandboxProcess({ root, port: sandboxPort, smtpPort, output });
  started.push(sandbox.stop);
  const shopUrl = `http://127.0.0.1:${port}`;
  const newShop = () =>
    startShop({
      name: "shop",
      root,
      port,
      appUrl: shopUrl,
      databaseUrl: postgres.url,
      sandbox: { port: sandboxPort, smtpPort },
      dataDir,
      output,
    });
  let shop: Child = await newShop();
  started.push(() => shop.stop());
  const database = await openDatabase({ url: postgres.url, dataDir });
  started.push(database.close);
  const beginning = await stockUp(database.db);

  const operator = new Operator(`http://127.0.0.1:${sandboxPort}`);
  const tally = new Tally();
  const slugs = (await database.db.select({ slug: products.slug }).from(products)).map(({ slug }) => slug);
  const world: World = { shopUrl, operator, tally, shown: new Set(), slugs };
  const end = AbortSignal.timeout(seconds * 1000);
  const restart = async () => {
    await shop.kill();
    shop = await newShop();
  };
  await Promise.all([
    troubleSecuconnect(operator, random.fork(), tally, end),
    killNowAndThen(Math.min(60_000, (seconds * 1000) / 2), restart, tally, end),
    ...Array.from({ length: shoppers }, () => keepVisiting(world, random.fork(), end)),
  ]);
  await operator.calm();
  say(["what happened:", ...tally.lines(), ""].join("\n"));

  const access = { baseUrl: `http://127.0.0.1:${sandboxPort}`, ...sampleCredentials, timeoutMs: 30_000 };
  const look = () => audit(database.db, access, beginning);
  const quiet = await untilQuiet(look);
  say(`audit, ${Math.round(quiet.afterMs / 1000)} s after the last shopper left:`);
  say(report(quiet.result));
  const lost = await lostOrders(database.db, world.shown);
  say(
    `${world.shown.size} orders were shown to their buyers, ${lost.length} of them are lost. ${lost.join(", ")}`,
  );
  return errorsIn(quiet.result.findings) + lost.length + quiet.result.leftOut === 0 ? 0 : 1;
}

async function keepVisiting(world: World, random: Random, end: AbortSignal): Promise<void> {
  while (!end.aborted) await visit(world, random);
}

type Db = Awaited<ReturnType<typeof openDatabase>>["db"];

/** Plenty of most articles, and three of which the last pieces are fought for. Answers the stock per SKU. */
async function stockUp(db: Db): Promise<Map<string, number>> {
  await db.update(products).set({ stock: 2000 });
  const rows = await db.select().from(products).orderBy(products.sku);
  const scarce = rows.slice(0, 3).map(({ sku }) => sku);
  await db.update(products).set({ stock: 7 }).where(inArray(products.sku, scarce));
  return new Map(rows.map(({ sku }) => [sku, scarce.includes(sku) ? 7 : 2000]));
}

/** Waits for the shop's own sweep to catch up; nobody helps it. Answers the last audit, whatever it says. */
async function untilQuiet(look: () => ReturnType<typeof audit>) {
  const begun = Date.now();
  for (;;) {
    const result = await look();
    const afterMs = Date.now() - begun;
    if (afterMs > quietMs || (errorsIn(result.findings) === 0 && result.leftOut === 0))
      return { result, afterMs };
    await pause(5_000);
  }
}

const errorsIn = (findings: readonly Finding[]) => findings.filter(({ level }) => level === "error").length;

async function lostOrders(db: Db, shown: ReadonlySet<string>): Promise<string[]> {
  const rows = await db.select({ token: orders.token }).from(orders);
  const there = new Set(rows.map(({ token }) => token));
  return [...shown].filter((token) => !there.has(token));
}

function say(text: string, code = 0): number {
  console.log(text);
  return code;
}

process.exitCode = await main();
