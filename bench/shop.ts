/**
 * What one and two instances of the shop carry on this machine: a static page, the checkout page, whole orders. Client,
 * proxy, PostgreSQL and sandbox share the machine's cores with the shop, so the numbers compare, they do not promise.
 * Run after a build: npx tsx --conditions=react-server bench/shop.ts [seconds]
 */
import { fileURLToPath } from "node:url";
import { isBuilt } from "../scripts/build";
import { FormBrowser } from "../scripts/load/browser";
import { machineLine } from "../scripts/load/machine";
import { startRoundRobin } from "../scripts/load/round-robin";
import { prepareOrder, sendOrder } from "../scripts/load/shopper";
import { openStage, stockUp } from "../scripts/load/stage";
import { Tally } from "../scripts/load/tally";
import { freePorts } from "../scripts/ports";

const root = fileURLToPath(new URL("..", import.meta.url));
const seconds = Number(process.argv[2] ?? 10);
const callers = 8;

if (!isBuilt(root)) throw new Error("There is no build of these sources: npm run build comes first.");
console.log(machineLine(new Date()));
console.log(`${callers} callers at a time, ${seconds} s each\n`);
const stage = await openStage(root, () => {});
try {
  const [first = 0, second = 0, single = 0, front = 0] = await freePorts(4);
  await stage.startInstance("single", single, `http://127.0.0.1:${single}`);
  await stockUp(stage.db, 100_000, { articles: 0, stock: 0 });
  await measureAll("one instance", `http://127.0.0.1:${single}`);
  const url = `http://127.0.0.1:${front}`;
  await stage.startInstance("first", first, url);
  await stage.startInstance("second", second, url);
  const alone = await startRoundRobin(front, [first]);
  await measureAll("one behind the proxy", url);
  await alone.close();
  const both = await startRoundRobin(front, [first, second]);
  await measureAll("two behind the proxy", url);
  await both.close();
} finally {
  await stage.close();
}

async function measureAll(name: string, url: string): Promise<void> {
  const tally = new Tally();
  const wish = [{ slug: "notizbuch-a5", quantity: 1 }];
  const warm = await prepareOrder(url, wish, "prepaid", tally);
  if (!warm) throw new Error("no order form");
  await measure(name, "product page (static)", () =>
    new FormBrowser().open(`${url}/de/products/notizbuch-a5`),
  );
  await measure(name, "checkout page (per visitor)", () => warm.browser.open(`${url}/de/checkout`));
  await measure(name, "visit: 3 pages and an order", async () => {
    const ready = await prepareOrder(url, wish, "prepaid", tally);
    const sent = ready && (await sendOrder(ready, tally));
    if (sent?.kind !== "ordered") throw new Error(`not ordered: ${sent?.kind}`);
  });
}

async function measure(name: string, what: string, run: () => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  const end = performance.now() + seconds * 1000;
  const caller = async () => {
    while (performance.now() < end) {
      const begun = performance.now();
      await run();
      times.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  times.sort((a, b) => a - b);
  const at = (part: number) => `${(times[Math.floor(times.length * part)] ?? 0).toFixed(0)} ms`.padStart(8);
  const rate = (times.length / seconds).toFixed(1).padStart(7);
  console.log(`${name.padEnd(22)}${what.padEnd(30)}${rate} /s   median ${at(0.5)}   p95 ${at(0.95)}`);
}
