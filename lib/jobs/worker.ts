import type PgBoss from "pg-boss";
import type { Log } from "@/lib/context";
import { type JobData, type QueueName, queuePlans } from "@/lib/jobs/queues";

export type Handler<Name extends QueueName> = (data: JobData[Name], signal: AbortSignal) => Promise<void>;

export type Worker = {
  /** Looks for jobs at once instead of after the rest. */
  wake: () => void;
  /** Takes no more jobs, asks those under way to end early, and resolves when they have. */
  stop: () => Promise<void>;
};

/**
 * Works on a queue's jobs. A handler that throws hands its job back: it is repeated after a while, and kept as a dead
 * letter when it never succeeds. A job whose process dies is repeated too, so handlers must stand being repeated.
 */
export function runWorker<Name extends QueueName>(
  boss: PgBoss,
  name: Name,
  handle: Handler<Name>,
  log: Log,
): Worker {
  const { pollMs, parallel } = queuePlans[name];
  const stopping = new AbortController();
  const rest = createRest(stopping.signal);

  const work = async (job: PgBoss.Job<JobData[Name]>) => {
    try {
      await handle(job.data, stopping.signal);
    } catch (error) {
      log("warn", "a job failed", { queue: name, job: job.id, error: messageOf(error) });
      await boss.fail(name, job.id, { message: messageOf(error) });
      return;
    }
    await boss.complete(name, job.id);
  };
  const loop = async () => {
    while (!stopping.signal.aborted) {
      rest.begin();
      const jobs = await boss.fetch<JobData[Name]>(name, { batchSize: parallel });
      const done = await Promise.allSettled(jobs.map(work));
      for (const result of done) {
        // The job stays under way until its time is up and is then repeated.
        if (result.status === "rejected")
          log("error", "a job's end could not be stored", { queue: name, error: messageOf(result.reason) });
      }
      if (jobs.length === 0) await rest.for(pollMs);
    }
  };
  const ended = loop();
  return {
    wake: rest.wake,
    stop: () => {
      stopping.abort();
      return ended;
    },
  };
}

/** A pause that a wake-up since `begin` or the signal cuts short. */
function createRest(signal: AbortSignal) {
  let woken = false;
  let end = () => {};
  const wake = () => {
    woken = true;
    end();
  };
  signal.addEventListener("abort", wake, { once: true });
  return {
    wake,
    begin: () => {
      woken = false;
    },
    for: (ms: number) =>
      new Promise<void>((resolve) => {
        if (woken || signal.aborted) return resolve();
        const timer = setTimeout(resolve, ms);
        end = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
  };
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
