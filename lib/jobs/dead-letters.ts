import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/lib/db/client";
import { rowsOf } from "@/lib/db/queue-sql";
import { queueNames, queuePlans } from "@/lib/jobs/queues";

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
  queue: string;
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
  const names = sql.join(
    [...deadQueues.keys()].map((name) => sql`${name}`),
    sql`, `,
  );
  const result = await db.execute(sql`
    select id, name, data, output, created_on as at from pgboss.job
    where name in (${names}) and state = 'created' order by created_on desc limit ${limit}`);
  return rowsOf(result).map((row) => {
    const { id, name, data, output, at } = rowSchema.parse(row);
    return { id, queue: deadQueues.get(name) ?? name, data: data ?? {}, why: output?.message ?? null, at };
  });
}
