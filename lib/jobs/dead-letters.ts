import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/lib/db/client";
import { rowsOf } from "@/lib/db/queue-sql";
import { enqueue, type JobData, type QueueName, queueNames, queuePlans } from "@/lib/jobs/queues";
import { wakeWorker } from "@/lib/jobs/wake";

const rowSchema = z.object({
  id: z.string(),
  name: z.string(),
  data: z.record(z.string(), z.unknown()).nullable(),
  output: z.object({ message: z.string() }).nullable().catch(null),
  at: z.coerce.date(),
});

/** A job that failed as often as it may. */
export type DeadLetter = {
  id: string;
  queue: QueueName;
  data: Record<string, unknown>;
  why: string | null;
  at: Date;
};

const deadQueues = new Map(
  queueNames.flatMap((name) => {
    const { deadLetter } = queuePlans[name];
    return deadLetter ? [[deadLetter, name] as const] : [];
  }),
);

/** Jobs that were given up, newest first; an admin page shows them. They are kept for some weeks. */
export async function listDeadLetters(db: Db, limit = 100): Promise<DeadLetter[]> {
  const result = await db.execute(sql`
    select id, name, data, output, created_on as at from pgboss.job
    where name in (${deadNames()}) and state = 'created' order by created_on desc limit ${limit}`);
  return rowsOf(result).flatMap((row) => {
    const { id, name, data, output, at } = rowSchema.parse(row);
    const queue = deadQueues.get(name);
    return queue ? [{ id, queue, data: data ?? {}, why: output?.message ?? null, at }] : [];
  });
}

const deadNames = () =>
  sql.join(
    [...deadQueues.keys()].map((name) => sql`${name}`),
    sql`, `,
  );

const countSchema = z.object({ count: z.coerce.number() });

/** How many jobs were given up and wait for a person. */
export async function countDeadLetters(db: Db): Promise<number> {
  const result = await db.execute(
    sql`select count(*) as count from pgboss.job where name in (${deadNames()}) and state = 'created'`,
  );
  return countSchema.parse(rowsOf(result)[0]).count;
}

/** Puts a job that was given up back into its queue, once. Answers false when it is not there any more. */
export async function retryDeadLetter(db: Db, id: string): Promise<boolean> {
  const retried = await db.transaction(async (tx) => {
    const result = await tx.execute(sql`
      delete from pgboss.job where id = ${id} and name in (${deadNames()}) and state = 'created'
      returning id, name, data, output, created_on as at`);
    const row = rowsOf(result)[0];
    if (row === undefined) return null;
    const { name, data } = rowSchema.parse(row);
    const queue = deadQueues.get(name);
    if (!queue || !isDataOf(queue, data)) throw new Error(`nobody works on jobs of ${name}`);
    await enqueue(tx, queue, data);
    return queue;
  });
  if (retried) wakeWorker(retried);
  return retried !== null;
}

/** What was stored came from `enqueue` with the same queue's data. */
function isDataOf<Name extends QueueName>(_queue: Name, data: unknown): data is JobData[Name] {
  return typeof data === "object" && data !== null;
}

const queueRowSchema = z.object({
  name: z.string(),
  waiting: z.coerce.number(),
  retrying: z.coerce.number(),
  active: z.coerce.number(),
  oldest: z.coerce.date().nullable(),
});

export type QueueState = {
  queue: QueueName;
  waiting: number;
  retrying: number;
  active: number;
  oldest: Date | null;
};

/** How each queue stands; `oldest` is when its longest-waiting job could have been done. */
export async function readQueues(db: Db): Promise<QueueState[]> {
  const result = await db.execute(sql`
    select name,
      count(*) filter (where state = 'created') as waiting,
      count(*) filter (where state = 'retry') as retrying,
      count(*) filter (where state = 'active') as active,
      min(start_after) filter (where state in ('created', 'retry')) as oldest
    from pgboss.job where state in ('created', 'retry', 'active') group by name`);
  const rows = rowsOf(result).map((row) => queueRowSchema.parse(row));
  return queueNames.map((queue) => {
    const {
      waiting = 0,
      retrying = 0,
      active = 0,
      oldest = null,
    } = rows.find(({ name }) => name === queue) ?? {};
    return { queue, waiting, retrying, active, oldest };
  });
}
