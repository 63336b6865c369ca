import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    databaseTemplate: string;
  }
}

/** Migrates one database and keeps a dump of it: a fresh one costs seconds, loading the dump well under one. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), "kontor-test-"));
  const client = await PGlite.create();
  await migrate(drizzle(client), { migrationsFolder: "lib/db/migrations" });
  const dump = await client.dumpDataDir("none");
  const file = join(folder, "template.tar");
  writeFileSync(file, new Uint8Array(await dump.arrayBuffer()));
  await client.close();
  project.provide("databaseTemplate", file);
  return () => rmSync(folder, { recursive: true, force: true });
}
