import type { PGlite } from "@electric-sql/pglite";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/lib/db/client";

/** Plain SQL with numbered placeholders: what the job queue speaks. */
export type ExecuteSql = (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>;

/**
 * The queue's statements on PGlite's one connection. Scripts come as BEGIN … COMMIT; they run as one transaction of
 * PGlite, so that a failing one is rolled back before anybody else gets the connection. `drain` waits for what runs.
 */
export function executeOnPglite(client: PGlite): { executeSql: ExecuteSql; drain: () => Promise<void> } {
  const running = new Set<Promise<unknown>>();
  const run: ExecuteSql = async (text, values) => {
    if (values) return client.query(text, values);
    const script = /^\s*BEGIN;([\s\S]*)COMMIT;\s*$/.exec(text)?.[1];
    const results = script ? await client.transaction((tx) => tx.exec(script)) : await client.exec(text);
    return { rows: results.at(-1)?.rows ?? [] };
  };
  return {
    executeSql: (text, values) => {
      const work = run(text, values);
      running.add(work);
      const done = () => running.delete(work);
      work.then(done, done);
      return work;
    },
    drain: async () => {
      await Promise.allSettled(running);
    },
  };
}

/** One of the queue's statements inside a transaction of the shop. Each of its placeholders may occur only once. */
export async function executeInTransaction(
  tx: Tx,
  text: string,
  values: unknown[],
): Promise<{ rows: unknown[] }> {
  const chunks: SQL[] = [];
  const used = new Set<string>();
  for (const [index, part] of text.split(/\$(\d+)/).entries()) {
    if (index % 2 === 0) {
      chunks.push(sql.raw(part));
      continue;
    }
    if (used.has(part)) throw new Error(`the placeholder $${part} occurs twice`);
    used.add(part);
    chunks.push(sql`${sql.param(values[Number(part) - 1] ?? null)}`);
  }
  return { rows: rowsOf(await tx.execute(sql.join(chunks))) };
}

/** The rows of a raw statement: PGlite answers them in an object, postgres.js as the array itself. */
export function rowsOf(result: unknown): unknown[] {
  if (Array.isArray(result)) return result;
  const rows = typeof result === "object" && result !== null && "rows" in result ? result.rows : [];
  return Array.isArray(rows) ? rows : [];
}
