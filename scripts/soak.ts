import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { coupons, products } from "@/lib/db/schema";
import { cents } from "@/lib/money";
import { report } from "./audit/report";
import { isBuilt } from "./build";
import { killNowAndThen, troubleSecuconnect } from "./load/chaos";
import { scarceCoupon, visit, type World } from "./load/journeys";
import { machineLine } from "./load/machine";
import { merchantOf } from "./load/merchant";
import { type Random, seededRandom } from "./load/random";
import {
  auditWhenQuiet,
  errorsIn,
  lostOrders,
  openStage,
  outboxWhenQuiet,
  type Stage,
  stockUp,
} from "./load/stage";
import { Tally } from "./load/tally";
import { freePorts } from "./ports";

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
  if (options.help) return say(help);
  if (!isBuilt(root)) return say("There is no build of these sources: npm run build comes first.", 1);
  const plan = {
    seconds: Number(options.seconds),
    shoppers: Number(options.shoppers),
    seed: Number(options.seed),
  };
  say(`soak of ${plan.seconds} s, ${plan.shoppers} shoppers, seed ${plan.seed}`);
  say(`${machineLine(new Date())}\n`);
  const stage = await openStage(root, (name, line) => {
    if (options.verbose) say(`${name} │ ${line}`);
  });
  try {
    return await soak(stage, plan);
  } finally {
    await stage.close();
  }
}

type Plan = { seconds: number; shoppers: number; seed: number };

async function soak(stage: Stage, { seconds, shoppers, seed }: Plan): Promise<number> {
  const { db, operator } = stage;
  const random = seededRandom(seed);
  const [port = 0] = await freePorts(1);
  const shopUrl = `http://127.0.0.1:${port}`;
  let shop = await stage.startInstance("shop", port, shopUrl);
  // Of three articles the last pieces are fought for.
  const beginning = await stockUp(db, 2000, { articles: 3, stock: 7 });
  const slugs = (await db.select({ slug: products.slug }).from(products)).map(({ slug }) => slug).sort();
  await db.insert(coupons).values({ code: scarceCoupon, amount: cents(300), minimum: cents(0), maxUses: 12 });
  const tally = new Tally();
  const refund = merchantOf(db, stage.access.baseUrl);
  const world: World = { shopUrl, operator, tally, shown: new Set(), slugs, refund };
  const end = AbortSignal.timeout(seconds * 1000);
  const restart = async () => {
    await shop.kill();
    shop = await stage.startInstance("shop", port, shopUrl);
  };
  await Promise.all([
    troubleSecuconnect(operator, random.fork(), tally, end),
    killNowAndThen(Math.min(60_000, (seconds * 1000) / 2), restart, tally, end),
    ...Array.from({ length: shoppers }, () => keepVisiting(world, random.fork(), end)),
  ]);
  await operator.calm();
  say(["what happened:", ...tally.lines(), ""].join("\n"));

  const progress = (text: string) => void say(text);
  const result = await auditWhenQuiet(stage, beginning, quietMs, progress);
  say(`\naudit, ${Math.round(result.afterMs / 1000)} s after the last shopper left:`);
  say(report(result));
  const lost = await lostOrders(db, world.shown);
  say(
    `Orders that were shown to their buyers: ${world.shown.size}, lost: ${lost.length}. ${lost.join(", ")}`,
  );
  const mails = await outboxWhenQuiet(stage, quietMs);
  say(`Mails that wait: ${mails.waiting}, given up: ${mails.dead}.`);
  const wrong = errorsIn(result.findings).length + lost.length + result.leftOut + mails.waiting + mails.dead;
  return wrong === 0 ? 0 : 1;
}

async function keepVisiting(world: World, random: Random, end: AbortSignal): Promise<void> {
  while (!end.aborted) await visit(world, random);
}

function say(text: string, code = 0): number {
  console.log(text);
  return code;
}

process.exitCode = await main();
