import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { openDatabase } from "@/lib/db/client";
import { executeInTransaction, rowsOf } from "@/lib/db/queue-sql";
import { makeTestDatabase, onPostgres, openTestDatabase } from "@/lib/testing/database";

it("keeps what was written, and on PGlite gives back the space of rows that are gone", async () => {
  const place = await makeTestDatabase();
  const open = await openDatabase(place);
  await open.db.execute(sql`create table notes (id int primary key, body text)`);
  await open.db.execute(sql`insert into notes select n, repeat('x', 500) from generate_series(1, 20000) n`);
  await open.db.execute(sql`delete from notes where id > 1`);
  const size = async (from = open) => {
    const [row] = rowsOf(await from.db.execute(sql`select pg_relation_size('notes')::int as bytes`));
    return (row as { bytes: number }).bytes;
  };
  const before = await size();
  await open.close();

  const again = await openDatabase(place);
  if (!onPostgres()) expect(await size(again)).toBeLessThan(before / 10);
  expect(rowsOf(await again.db.execute(sql`select id from notes`))).toEqual([{ id: 1 }]);
  await again.close();
  await place.remove();
});

it("runs the queue's statements inside a transaction, whatever the order of their placeholders", async () => {
  const { db, close } = await openTestDatabase();
  const answer = await db.transaction((tx) =>
    executeInTransaction(tx, "select $2::int - $1::int as difference, $3::text as nothing", [1, 43, null]),
  );
  expect(answer.rows).toEqual([{ difference: 42, nothing: null }]);
  await expect(
    db.transaction((tx) => executeInTransaction(tx, "select $1::int + $1::int", [1])),
  ).rejects.toThrow("occurs twice");
  await close();
});

it("rolls back a script that fails in the middle and goes on working", async () => {
  const { queue, db, close } = await openTestDatabase();
  if (queue.kind === "pglite") {
    const script = "BEGIN; create table half (id int); select 1 / 0; COMMIT;";
    await expect(queue.executeSql(script)).rejects.toThrow("division by zero");
    expect(rowsOf(await db.execute(sql`select to_regclass('half') as there`))).toEqual([{ there: null }]);
  } else {
    expect(queue.url).toMatch(/^postgres/);
  }
  await close();
});
