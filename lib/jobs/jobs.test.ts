import { sql } from "drizzle-orm";
import type PgBoss from "pg-boss";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "@/lib/db/client";
import { rowsOf } from "@/lib/db/queue-sql";
import { countDeadLetters, listDeadLetters, readQueues, retryDeadLetter } from "@/lib/jobs/dead-letters";
import { closeQueues, enqueue, openQueues, type QueueName } from "@/lib/jobs/queues";
import { runWorker } from "@/lib/jobs/worker";
import { onPostgres, openTestDatabase } from "@/lib/testing/database";
import { eventually } from "@/lib/testing/wait";

let database: OpenDb;
let boss: PgBoss;
const log = () => {};

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database?.close());
beforeEach(async () => {
  boss = await openQueues(database.queue, log);
});
afterEach(async () => {
  await boss.clearStorage();
  await closeQueues(boss);
});

type Row = { id: string; state: string; wait: number; retry_count: number };

async function jobsOf(name: QueueName): Promise<Row[]> {
  const result = await database.db.execute(sql`
    select id, state, retry_count, extract(epoch from start_after - now())::float8 as wait
    from pgboss.job where name = ${name} order by created_on`);
  return rowsOf(result) as Row[];
}

const send = (eventId: string) => database.db.transaction((tx) => enqueue(tx, "follow-push", { eventId }));
const inState = async (state: string, count = 1) =>
  (await jobsOf("follow-push")).filter((job) => job.state === state).length === count;

describe("a job", () => {
  it("exists exactly if its transaction does", async () => {
    await send("kept");
    const lost = database.db.transaction(async (tx) => {
      await enqueue(tx, "follow-push", { eventId: "lost" });
      throw new Error("rolled back");
    });
    await expect(lost).rejects.toThrow("rolled back");
    const jobs = await boss.fetch<{ eventId: string }>("follow-push", { batchSize: 5 });
    expect(jobs.map(({ data }) => data.eventId)).toEqual(["kept"]);
  });

  it("that fails is repeated after a while, then kept as a dead letter with its reason", async () => {
    const worker = runWorker(boss, "follow-push", () => Promise.reject(new Error("nobody answers")), log);
    await send("e1");
    worker.wake();
    await eventually(() => inState("retry"));
    expect((await jobsOf("follow-push"))[0]?.wait).toBeGreaterThan(2);
    expect(await listDeadLetters(database.db)).toEqual([]);

    await database.db.execute(
      sql`update pgboss.job set retry_limit = 1, start_after = now() - interval '1 s' where name = 'follow-push'`,
    );
    worker.wake();
    const [letter] = await eventually(async () => {
      const letters = await listDeadLetters(database.db);
      return letters.length > 0 && letters;
    });
    expect(letter).toMatchObject({ queue: "follow-push", data: { eventId: "e1" }, why: "nobody answers" });
    await worker.stop();

    expect(await countDeadLetters(database.db)).toBe(1);
    const again = await Promise.all([1, 2].map(() => retryDeadLetter(database.db, letter?.id ?? "")));
    expect(again.sort()).toEqual([false, true]);
    expect(await countDeadLetters(database.db)).toBe(0);
    expect(await boss.fetch("follow-push")).toMatchObject([{ data: { eventId: "e1" } }]);
    expect(await readQueues(database.db)).toContainEqual({
      queue: "follow-push",
      waiting: 0,
      retrying: 0,
      active: 1,
      oldest: null,
    });
  });

  it("whose process died is repeated", async () => {
    await send("e1");
    expect(await boss.fetch("follow-push")).toHaveLength(1);
    expect(await boss.fetch("follow-push")).toHaveLength(0);
    if (onPostgres()) {
      await database.db.execute(sql`update pgboss.job set started_on = now() - interval '3 min'`);
      await boss.maintain();
    } else {
      await closeQueues(boss);
      boss = await openQueues(database.queue, log);
    }
    expect(await jobsOf("follow-push")).toMatchObject([{ state: "retry", retry_count: 0 }]);
  });
});

describe("several instances", () => {
  let other: PgBoss;
  beforeEach(async () => {
    other = await openQueues(database.queue, log);
  });
  afterEach(() => closeQueues(other));

  it("share the jobs, and each is done once", async () => {
    const done: string[] = [];
    const handle = async ({ eventId }: { eventId: string }) => {
      await database.db.execute(sql`select 1`);
      done.push(eventId);
    };
    const ids = Array.from({ length: 30 }, (_, n) => `e${n}`);
    await Promise.all(ids.map(send));
    const workers = [boss, other].map((each) => runWorker(each, "follow-push", handle, log));
    await eventually(() => inState("completed", ids.length));
    await Promise.all(workers.map((worker) => worker.stop()));
    expect(done.sort()).toEqual(ids.sort());
  });

  it("call one round together, and only one works on it", async () => {
    const call = (each: PgBoss) => each.send("sweep", {}, { singletonSeconds: 3600 });
    const called = await Promise.all([call(boss), call(other), call(boss), call(other)]);
    expect(called.filter(Boolean)).toHaveLength(1);

    expect(await Promise.all([boss.fetch("sweep"), other.fetch("sweep")])).toContainEqual([]);
    expect(await jobsOf("sweep")).toMatchObject([{ state: "active" }]);
    expect(await other.send("sweep", {})).not.toBeNull();
    expect(await other.send("sweep", {})).toBeNull();
    expect(await other.fetch("sweep")).toEqual([]);
  });
});

describe("a worker that is stopped", () => {
  it("asks the job under way to end, waits for it and takes no other", async () => {
    const seen: string[] = [];
    const worker = runWorker(
      boss,
      "sweep",
      (_, signal) =>
        new Promise((resolve) => {
          seen.push("begun");
          signal.addEventListener("abort", () => {
            seen.push("asked to end");
            setImmediate(() => resolve(void seen.push("ended")));
          });
        }),
      log,
    );
    await boss.send("sweep", {});
    worker.wake();
    await eventually(async () => seen.includes("begun"));
    await boss.send("sweep", {});
    await worker.stop();
    expect(seen).toEqual(["begun", "asked to end", "ended"]);
    expect((await jobsOf("sweep")).map(({ state }) => state).sort()).toEqual(["completed", "created"]);
  });
});
