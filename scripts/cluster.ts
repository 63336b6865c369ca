import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { count, eq } from "drizzle-orm";
import { orderLines, orders, outbox, products } from "@/lib/db/schema";
import { report } from "./audit/report";
import { isBuilt } from "./build";
import type { Child } from "./child";
import { machineLine } from "./load/machine";
import { type RoundRobin, startRoundRobin } from "./load/round-robin";
import { prepareOrder, sendOrder } from "./load/shopper";
import { auditWhenQuiet, errorsIn, openStage, type Stage, stockUp } from "./load/stage";
import { Tally } from "./load/tally";
import { freePorts } from "./ports";

const root = fileURLToPath(new URL("..", import.meta.url));
const quietMs = 300_000;

const help = `npm run test:cluster [-- --verbose]

Two instances of the shop on one PostgreSQL behind a round-robin proxy: one journey over both, 20 parallel orders for
the last piece, and either instance killed under load. Needs a production build.`;

const { values: options } = parseArgs({
  options: { verbose: { type: "boolean", default: false }, help: { type: "boolean", default: false } },
});

type Cluster = {
  stage: Stage;
  url: string;
  proxy: RoundRobin;
  /** Ends one instance as a crash would and starts it again. */
  crash: (instance: number) => Promise<void>;
  beginning: Map<string, number>;
};

let failures = 0;

/** Gives the exit code. */
async function main(): Promise<number> {
  if (options.help) return say(help);
  if (!isBuilt(root)) return say("There is no build of these sources: npm run build comes first.", 1);
  say(machineLine(new Date()));
  const stage = await openStage(root, (name, line) => {
    if (options.verbose) say(`${name} │ ${line}`);
  });
  try {
    const [front = 0, ...ports] = await freePorts(3);
    const url = `http://127.0.0.1:${front}`;
    const start = (index: number) => stage.startInstance(`shop ${index + 1}`, ports[index] ?? 0, url);
    // Both at once: they make the tables and fill the shop together.
    const instances: Child[] = await Promise.all([start(0), start(1)]);
    const beginning = await stockUp(stage.db, 500, { articles: 1, stock: 1 });
    const proxy = await startRoundRobin(front, ports);
    const crash = async (index: number) => {
      await instances[index]?.kill();
      instances[index] = await start(index);
    };
    try {
      await checkAll({ stage, url, proxy, crash, beginning });
    } finally {
      await proxy.close();
    }
  } finally {
    await stage.close();
  }
  return say(failures === 0 ? "\nOK" : `\nNOT OK: ${failures} failed`, failures === 0 ? 0 : 1);
}

async function checkAll(cluster: Cluster): Promise<void> {
  await oneJourney(cluster);
  await lastPiece(cluster);
  for (const instance of [0, 1]) await killedUnderLoad(cluster, instance);
  const { stage, beginning } = cluster;
  const audited = await auditWhenQuiet(stage, beginning, quietMs, (text) => void say(text));
  say(`\naudit, ${Math.round(audited.afterMs / 1000)} s later:\n${report(audited)}\n`);
  check("shop and secuconnect agree", errorsIn(audited.findings).length === 0 && audited.leftOut === 0);
  const rows = await stage.db
    .select({ rows: count() })
    .from(outbox)
    .groupBy(outbox.orderId, outbox.kind)
    .orderBy(count());
  check("one mail owed per order and kind", rows.length > 0 && rows.every((row) => row.rows === 1));
}

async function oneJourney({ url, proxy }: Cluster): Promise<void> {
  const tally = new Tally();
  const before = [...proxy.served];
  const ready = await prepareOrder(url, [{ slug: "notizbuch-a5", quantity: 1 }], "prepaid", tally);
  const sent = ready && (await sendOrder(ready, tally));
  check("a journey from the basket to the order", sent?.kind === "ordered");
  const served = proxy.served.map((requests, index) => requests - (before[index] ?? 0));
  check(`both instances took part (${served.join(" and ")} requests)`, Math.min(...served) >= 2);
}

async function lastPiece({ url, stage: { db } }: Cluster): Promise<void> {
  const [article] = await db.select().from(products).where(eq(products.stock, 1));
  if (!article) throw new Error("no article has one piece left");
  const tally = new Tally();
  const wish = [{ slug: article.slug, quantity: 1 }];
  const ready = await Promise.all(
    Array.from({ length: 20 }, () => prepareOrder(url, wish, "invoice", tally)),
  );
  const forms = ready.filter((one) => one !== null);
  const sent = await Promise.all(forms.map((one) => sendOrder(one, tally)));
  const won = sent.filter(({ kind }) => kind === "ordered").length;
  const refused = sent.filter(({ kind }) => kind === "refused").length;
  check(
    `20 parallel orders for the last piece: ${won} ordered, ${refused} refused`,
    won === 1 && refused === 19,
  );
  const lines = await db.select().from(orderLines).where(eq(orderLines.sku, article.sku));
  check("the last piece was sold once", lines.length === 1);
}

/** 12 buyers order while an instance dies: each of them ends with exactly one order. */
async function killedUnderLoad({ url, stage: { db }, crash }: Cluster, instance: number): Promise<void> {
  const tally = new Tally();
  const countOrders = async () => (await db.select({ id: orders.id }).from(orders)).length;
  const before = await countOrders();
  const wish = [{ slug: "tinte-koenigsblau-50ml", quantity: 1 }];
  const ready = await Promise.all(
    Array.from({ length: 12 }, () => prepareOrder(url, wish, "prepaid", tally)),
  );
  const forms = ready.filter((one) => one !== null);
  const sending = forms.map((one) => sendOrder(one, tally));
  await Promise.race(sending);
  const crashed = crash(instance);
  const sent = await Promise.all(sending);
  await crashed;
  const tokens = new Set(sent.map((one) => (one.kind === "ordered" ? one.token : one.kind)));
  check(
    `instance ${instance + 1} killed while 12 buyers order: ${tokens.size} orders shown, none twice`,
    tokens.size === 12 && (await countOrders()) - before === 12,
  );
  for (const text of tally.lines()) say(text);
}

function check(what: string, ok: boolean): void {
  if (!ok) failures++;
  say(`${ok ? "ok    " : "FAILED"} ${what}`);
}

function say(text: string, code = 0): number {
  console.log(text);
  return code;
}

process.exitCode = await main();
