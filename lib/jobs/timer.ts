import type { Context } from "@/lib/context";
import { sweep } from "@/lib/payments/sweep";

const everyMs = 10_000;

declare global {
  var kontorJobs: { stop: () => Promise<void> } | undefined;
}

/** Sweeps open payments at an even pace, one round at a time. Answers a function that ends it after the present round. */
export function startJobs(ctx: Context): () => Promise<void> {
  if (globalThis.kontorJobs) return globalThis.kontorJobs.stop;
  let stopped = false;
  let round: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    round = round.then(() => (stopped ? undefined : sweepOnce(ctx)));
  }, everyMs);
  timer.unref();
  const stop = async () => {
    stopped = true;
    clearInterval(timer);
    await round;
  };
  globalThis.kontorJobs = { stop };
  return stop;
}

async function sweepOnce(ctx: Context): Promise<void> {
  try {
    const done = await sweep(ctx);
    if (done.looked + done.expired > 0) ctx.log("debug", "sweep", done);
  } catch (error) {
    ctx.log("error", "the sweep failed", { error: error instanceof Error ? error.message : String(error) });
  }
}
