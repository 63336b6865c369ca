import "server-only";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import type { PgDatabase, PgQueryResultHKT, PgTransaction } from "drizzle-orm/pg-core";
import type { ExtractTablesWithRelations } from "drizzle-orm/relations";
import { lockFolder } from "@/lib/db/lock";
import { type ExecuteSql, executeOnPglite } from "@/lib/db/queue-sql";
import * as schema from "@/lib/db/schema";

/** The database, or a transaction on it. Inside a transaction only the transaction may be used: PGlite has one connection. */
export type Db = PgDatabase<PgQueryResultHKT, typeof schema, ExtractTablesWithRelations<typeof schema>>;
export type Tx = PgTransaction<PgQueryResultHKT, typeof schema, ExtractTablesWithRelations<typeof schema>>;

/** How the job queue reaches the same database: PostgreSQL by connections of its own, PGlite over the only one. */
export type QueueConnection = { kind: "postgres"; url: string } | { kind: "pglite"; executeSql: ExecuteSql };

export type OpenDb = { db: Db; queue: QueueConnection; close: () => Promise<void> };

const migrations = { migrationsFolder: join(process.cwd(), "lib/db/migrations") };
const migrationLock = 4_010_300_0;
const tidyEveryMs = 60 * 60_000;

/**
 * Opens the database and brings its tables up to date: PostgreSQL when a URL is given, else PGlite in `dataDir`.
 * Throws FolderInUseError when another process has the folder.
 */
export async function openDatabase(options: { url: string | undefined; dataDir: string }): Promise<OpenDb> {
  if (process.env.NEXT_PHASE === "phase-production-build")
    throw new Error("the build must not open the database");
  return options.url ? openPostgres(options.url) : openPglite(options.dataDir);
}

async function openPostgres(url: string): Promise<OpenDb> {
  const { default: postgres } = await import("postgres");
  const { drizzle } = await import("drizzle-orm/postgres-js");
  const { migrate } = await import("drizzle-orm/postgres-js/migrator");
  const migrator = postgres(url, { max: 1, prepare: false, onnotice: () => {} });
  try {
    await migrator`select pg_advisory_lock(${migrationLock})`;
    await migrate(drizzle(migrator, { schema }), migrations);
  } finally {
    await migrator.end();
  }
  const client = postgres(url, { max: 10, prepare: false, onnotice: () => {} });
  return {
    db: drizzle(client, { schema }),
    queue: { kind: "postgres", url },
    close: () => client.end({ timeout: 5 }),
  };
}

async function openPglite(dataDir: string): Promise<OpenDb> {
  mkdirSync(dataDir, { recursive: true });
  const unlock = await lockFolder(dataDir);
  const { createPglite } = await import("@/lib/db/pglite");
  const { drizzle } = await import("drizzle-orm/pglite");
  const { migrate } = await import("drizzle-orm/pglite/migrator");
  const client = await createPglite(join(dataDir, "db"));
  const db = drizzle(client, { schema });
  await migrate(db, migrations);
  const queue = executeOnPglite(client);
  const stopTidying = await keepTidy(queue.executeSql);
  return {
    db,
    queue: { kind: "pglite", executeSql: queue.executeSql },
    close: async () => {
      stopTidying();
      await queue.drain();
      await client.close();
      await unlock();
    },
  };
}

/** PGlite has no autovacuum: without this, every changed row would leave its old version in the files for ever. */
async function keepTidy(executeSql: ExecuteSql): Promise<() => void> {
  const tidy = () => executeSql("vacuum analyze");
  await tidy();
  const timer = setInterval(() => void tidy().catch(() => {}), tidyEveryMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** Answers whether the database really answers, for the health route. */
export async function pingDatabase(db: Db): Promise<void> {
  await db.execute(sql`select 1`);
}
