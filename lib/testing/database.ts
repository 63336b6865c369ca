import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/pglite";
import { inject } from "vitest";
import { type OpenDb, openDatabase } from "@/lib/db/client";
import { createPglite } from "@/lib/db/pglite";
import { executeOnPglite } from "@/lib/db/queue-sql";
import * as schema from "@/lib/db/schema";
import { createPostgresDatabase, databaseOf, dropPostgresDatabase } from "@/lib/testing/postgres";

/** Whether the tests run on PostgreSQL (`TEST_DATABASE_URL`) instead of PGlite. */
export const onPostgres = () => inject("databaseTemplate").startsWith("postgres");

/** A fresh, migrated, empty database for one test file: PGlite in memory, or PostgreSQL. */
export async function openTestDatabase(): Promise<OpenDb> {
  if (onPostgres()) {
    const place = await makeTestDatabase();
    const opened = await openDatabase(place);
    return { ...opened, close: () => opened.close().then(place.remove) };
  }
  const client = await createPglite(undefined, { loadDataDir: templateDump() });
  const { executeSql, drain } = executeOnPglite(client);
  return {
    db: drizzle(client, { schema }),
    queue: { kind: "pglite", executeSql },
    close: () => drain().then(() => client.close()),
  };
}

/** Where a database stays when the process that has it open dies, as `openDatabase` wants it. */
export type DatabasePlace = { url: string | undefined; dataDir: string; remove: () => Promise<void> };

/** A fresh, migrated, empty database that several processes can open one after the other. */
export async function makeTestDatabase(): Promise<DatabasePlace> {
  const template = inject("databaseTemplate");
  if (onPostgres()) {
    const url = await createPostgresDatabase(template, databaseOf(template));
    return { url, dataDir: "", remove: () => dropPostgresDatabase(url) };
  }
  const dataDir = mkdtempSync(join(tmpdir(), "kontor-test-"));
  await (await createPglite(join(dataDir, "db"), { loadDataDir: templateDump() })).close();
  return { url: undefined, dataDir, remove: async () => rmSync(dataDir, { recursive: true, force: true }) };
}

const templateDump = () => new Blob([new Uint8Array(readFileSync(inject("databaseTemplate")))]);
