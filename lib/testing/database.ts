import { readFileSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { inject } from "vitest";
import type { OpenDb } from "@/lib/db/client";
import * as schema from "@/lib/db/schema";

/** A fresh, migrated, empty database in memory for one test file. */
export async function openTestDatabase(): Promise<OpenDb> {
  const dump = new Blob([new Uint8Array(readFileSync(inject("databaseTemplate")))]);
  const client = await PGlite.create({ loadDataDir: dump });
  return { db: drizzle(client, { schema }), close: () => client.close() };
}
