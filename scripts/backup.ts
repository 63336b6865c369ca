import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { FolderInUseError } from "@/lib/db/lock";
import { EnvError } from "@/lib/env";
import { BackupError, backUp } from "./backup/back-up";
import { readSettings } from "./settings";

const help = `npm run backup -- FOLDER

Copies the shop's data into FOLDER, under a name with the time in it, and checks the copy.

With DATABASE_URL the PostgreSQL database is dumped, also while the shop runs. Without it the data folder
(KONTOR_DATA_DIR) is copied, for which the shop has to be stopped. docs/reliability.md says how to go back to a copy.`;

/** Gives the exit code: 0 for a copy that is in order, 1 for one whose books do not fit, 2 for no copy. */
async function main([folder, ...more]: string[]): Promise<number> {
  if (!folder || folder === "--help" || more.length > 0) {
    console.log(help);
    return folder === "--help" ? 0 : 2;
  }
  const root = fileURLToPath(new URL("..", import.meta.url));
  if (existsSync(join(root, ".env"))) process.loadEnvFile(join(root, ".env"));
  const { dataDir } = readSettings(process.env, root);
  const source = { url: process.env.DATABASE_URL || undefined, dataDir };
  const { path, check } = await backUp(source, resolve(folder), new Date());
  console.log(path);
  if (!check) return 0;
  for (const { kind, subject, detail } of check.findings)
    console.log(`error  ${kind}  ${subject}: ${detail}`);
  console.log(`The copy opens and holds ${check.orders} orders; ${check.findings.length} contradictions.`);
  return check.findings.length > 0 ? 1 : 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = 2;
  const expected = [BackupError, FolderInUseError, EnvError].some((kind) => error instanceof kind);
  if (!expected || !(error instanceof Error)) throw error;
  console.error(error.message);
}
