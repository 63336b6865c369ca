import PgBoss from "pg-boss";
import type { Log } from "@/lib/context";
import type { QueueConnection, Tx } from "@/lib/db/client";
import { executeInTransaction } from "@/lib/db/queue-sql";

/** What each kind of job carries. Personal data stays in the shop's own tables. */
export type JobData = {
  sweep: Record<string, never>;
  "expire-holds": Record<string, never>;
  "follow-push": { eventId: string };
  "send-mail": Record<string, never>;
  "upload-document": { documentId: string };
  "forget-customer": { pcuId: string | null; pctId: string | null };
};
export type QueueName = keyof JobData;

type QueuePlan = Omit<PgBoss.Queue, "name"> & {
  /** How long the worker rests when it finds nothing. */
  pollMs: number;
  /** How many jobs of this kind one instance works on at a time. */
  parallel: number;
  /** A job of this kind is due this often, in whichever instance comes first. */
  everySeconds?: number;
};

/**
 * The kinds of jobs. Rounds (`everySeconds`) are `stately`: at most one waits and one runs, over all instances; one
 * that fails is not repeated, since the next is due soon. Mails are `short`: each instance may run a round, so that one
 * that died holds up nobody. Others are repeated with growing gaps and then kept for a
 * person to see.
 */
export const queuePlans: Record<QueueName, QueuePlan> = {
  sweep: {
    policy: "stately",
    retryLimit: 0,
    expireInSeconds: 90,
    pollMs: 10_000,
    parallel: 1,
    everySeconds: 10,
  },
  "expire-holds": {
    policy: "stately",
    retryLimit: 0,
    expireInSeconds: 90,
    pollMs: 60_000,
    parallel: 1,
    everySeconds: 60,
  },
  "follow-push": {
    policy: "standard",
    retryLimit: 8,
    retryDelay: 5,
    retryBackoff: true,
    expireInSeconds: 120,
    deadLetter: "follow-push-dead",
    pollMs: 2_000,
    parallel: 5,
  },
  "send-mail": {
    policy: "short",
    retryLimit: 0,
    expireInSeconds: 300,
    pollMs: 5_000,
    parallel: 1,
    everySeconds: 5,
  },
  "upload-document": {
    policy: "standard",
    retryLimit: 10,
    retryDelay: 10,
    retryBackoff: true,
    expireInSeconds: 120,
    deadLetter: "upload-document-dead",
    pollMs: 5_000,
    parallel: 2,
  },
  "forget-customer": {
    policy: "standard",
    retryLimit: 12,
    retryDelay: 30,
    retryBackoff: true,
    expireInSeconds: 120,
    deadLetter: "forget-customer-dead",
    pollMs: 10_000,
    parallel: 1,
  },
};

export const queueNames = Object.keys(queuePlans) as QueueName[];

const hour = 3600;
const queueLock = 4_010_300_1;

/**
 * Opens the job queue on the shop's database and makes its queues; several instances may do so at once. Nothing is
 * worked on yet, but jobs whose process died are noticed from here on. End it with `closeQueues`.
 */
export async function openQueues(connection: QueueConnection, log: Log): Promise<PgBoss> {
  const boss = new PgBoss({
    ...(connection.kind === "postgres"
      ? { connectionString: connection.url, max: 3 }
      : { db: { executeSql: connection.executeSql } }),
    schedule: false,
    maintenanceIntervalSeconds: 30,
    archiveCompletedAfterSeconds: hour,
    archiveFailedAfterSeconds: 7 * 24 * hour,
    deleteAfterDays: 1,
  });
  boss.on("error", (error) => log("error", "the job queue complains", { error: error.message }));
  await oneAtATime(connection, async () => {
    await boss.start();
    for (const name of queueNames) await makeQueue(boss, name);
  });
  if (connection.kind === "pglite") await releaseOrphans(boss, connection);
  return boss;
}

async function makeQueue(boss: PgBoss, name: QueueName): Promise<void> {
  const { pollMs, parallel, everySeconds, ...options } = queuePlans[name];
  if (options.deadLetter) await boss.createQueue(options.deadLetter);
  await boss.createQueue(name, { name, ...options });
  await boss.updateQueue(name, { name, ...options });
}

/** Instances that make the same queues at the same moment end each other in deadlocks, so they queue up. */
async function oneAtATime(connection: QueueConnection, work: () => Promise<void>): Promise<void> {
  if (connection.kind === "pglite") return work();
  const { default: postgres } = await import("postgres");
  const holder = postgres(connection.url, { max: 1, prepare: false, onnotice: () => {} });
  try {
    await holder`select pg_advisory_lock(${queueLock})`;
    await work();
  } finally {
    await holder.end();
  }
}

/** PGlite belongs to one process, so a job that is under way now was left by one that died. */
async function releaseOrphans(boss: PgBoss, { executeSql }: QueueConnection & { kind: "pglite" }) {
  const { rows } = await executeSql("select name, id from pgboss.job where state = 'active'", []);
  for (const { name, id } of rows as { name: string; id: string }[]) {
    await boss.fail(name, id, { message: "the process ended while it worked on this" });
  }
}

/** Ends the queue's own timers and connections; stop the workers first. */
export function closeQueues(boss: PgBoss): Promise<void> {
  return boss.stop({ graceful: false });
}

let sender: PgBoss | undefined;

/** Adds a job as part of a transaction: it exists exactly if the transaction does. It is done now, or after `startAfter`. */
export async function enqueue<Name extends QueueName>(
  tx: Tx,
  name: Name,
  data: JobData[Name],
  startAfter?: Date,
): Promise<void> {
  sender ??= new PgBoss({ db: { executeSql: () => Promise.reject(new Error("only inside a transaction")) } });
  await sender.insert([startAfter ? { name, data, startAfter } : { name, data }], {
    db: { executeSql: (text, values) => executeInTransaction(tx, text, values) },
  });
}
