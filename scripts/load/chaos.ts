import { setTimeout as pause } from "node:timers/promises";
import type { Operator } from "./operator";
import type { Random } from "./random";
import type { Tally } from "./tally";

const kinds = [
  "latency",
  "500",
  "502",
  "cut_before",
  "cut_after",
  "bad_json",
  "token_expired",
  "wrong_amount",
  "wrong_currency",
  "stale",
];
const places = [
  "POST /api/v2/Smart/Transactions",
  "GET /api/v2/Smart/Transactions",
  "GET /api/v2/Payment/Transactions",
  "/prepare",
  "/start",
  "checkStatus",
  "/oauth/token",
];

/** Makes secuconnect misbehave and its pushes unreliable, a little differently each second, until `signal` ends it. */
export async function troubleSecuconnect(
  operator: Operator,
  random: Random,
  tally: Tally,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const kind = random.pick(kinds);
    await operator.addFault({
      kind,
      match: random.pick(places),
      times: random.between(1, 2),
      ms: random.between(200, 4000),
    });
    tally.add(`faults: ${kind}`);
    if (random.chance(0.5)) {
      await operator.setPushMode({
        drop: random.chance(0.5) ? random.between(1, 4) : 0,
        duplicate: random.chance(0.5),
        delay_ms: random.chance(0.3) ? random.between(100, 5000) : 0,
        reorder: random.chance(0.5),
      });
      tally.add("changes of the push mode");
    }
    await rest(random.between(600, 1600), signal);
  }
}

/** Kills the shop every `everyMs` as a crash would, and has it started again, until `signal` ends it. */
export async function killNowAndThen(
  everyMs: number,
  restart: () => Promise<void>,
  tally: Tally,
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    await rest(everyMs, signal);
    if (signal.aborted) return;
    await restart();
    tally.add("kill -9 of the shop, and started again");
  }
}

/** A pause that ends early when the signal does. */
async function rest(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await pause(ms, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
