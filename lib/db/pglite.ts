import { PGlite, type PGliteOptions } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";

/** Opens the embedded PostgreSQL with what the shop's tables need; in memory without a folder. */
export function createPglite(dataDir?: string, options: PGliteOptions = {}) {
  const all = { ...options, extensions: { pg_trgm } };
  return dataDir === undefined ? PGlite.create(all) : PGlite.create(dataDir, all);
}
