import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import type { TestProject } from "vitest/node";
import { openDatabase } from "@/lib/db/client";
import { createPglite } from "@/lib/db/pglite";
import { executeOnPglite } from "@/lib/db/queue-sql";
import { closeQueues, openQueues } from "@/lib/jobs/queues";
import { createPostgresDatabase, dropPostgresDatabase } from "@/lib/testing/postgres";

declare module "vitest" {
  export interface ProvidedContext {
    /** A PGlite dump in a file, or the URL of a PostgreSQL database, to make fresh ones from. */
    databaseTemplate: string;
  }
}

const quiet = () => {};

/** Prepares one database with all tables, of which each test file gets a copy: on PostgreSQL with TEST_DATABASE_URL. */
export default function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env.TEST_DATABASE_URL;
  return server ? setupPostgres(project, server) : setupPglite(project);
}

async function setupPglite(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), "kontor-test-"));
  const client = await createPglite();
  await migrate(drizzle(client), { migrationsFolder: "lib/db/migrations" });
  const { executeSql, drain } = executeOnPglite(client);
  await closeQueues(await openQueues({ kind: "pglite", executeSql }, quiet));
  await drain();
  const dump = await client.dumpDataDir("none");
  const file = join(folder, "template.tar");
  writeFileSync(file, new Uint8Array(await dump.arrayBuffer()));
  await client.close();
  project.provide("databaseTemplate", file);
  return async () => rmSync(folder, { recursive: true, force: true });
}

async function setupPostgres(project: TestProject, server: string) {
  const url = await createPostgresDatabase(server, "template1");
  const database = await openDatabase({ url, dataDir: "" });
  await closeQueues(await openQueues(database.queue, quiet));
  await database.close();
  project.provide("databaseTemplate", url);
  return () => dropPostgresDatabase(url);
}
