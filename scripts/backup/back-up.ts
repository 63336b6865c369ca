import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { promisify } from "node:util";
import { lockFolder } from "@/lib/db/lock";
import { findServer } from "../postgres-server";
import { type CopyCheck, checkCopy } from "./check-copy";

const exec = promisify(execFile);

/** What there is to copy: a PostgreSQL database, or the data folder of a shop on the embedded one. */
export type Source = { url: string | undefined; dataDir: string };

/** `path`: a folder for the embedded database, a file of pg_dump for PostgreSQL. */
export type Backup = { path: string; check: CopyCheck | null };

/** Something the person at the keyboard can change; the message says what. */
export class BackupError extends Error {
  override name = "BackupError";
}

/**
 * Copies the shop's data into `target`, under a name with the time in it. PostgreSQL is dumped while the shop runs; the
 * embedded database is copied while no shop runs, and the copy is opened and its books are checked. Throws BackupError
 * or FolderInUseError; a copy that is not whole is removed. Nobody else on the machine may read it.
 */
export async function backUp(source: Source, target: string, now: Date): Promise<Backup> {
  if (!source.url && `${resolve(target)}${sep}`.startsWith(`${resolve(source.dataDir)}${sep}`))
    throw new BackupError(`${target} lies in the data folder itself; a copy belongs elsewhere.`);
  mkdirSync(target, { recursive: true });
  const stamp = now
    .toISOString()
    .replace(/\.\d+Z$/, "Z")
    .replaceAll(":", "");
  const path = join(target, `kontor-${stamp}${source.url ? ".dump" : ""}`);
  if (existsSync(path)) throw new BackupError(`${path} is there already.`);
  try {
    return source.url ? await dump(source.url, path) : await copyFolder(source.dataDir, path);
  } catch (error) {
    rmSync(path, { recursive: true, force: true });
    throw error;
  }
}

async function copyFolder(dataDir: string, path: string): Promise<Backup> {
  if (!existsSync(join(dataDir, "db"))) throw new BackupError(`There is no database in ${dataDir}.`);
  const unlock = await lockFolder(dataDir);
  try {
    mkdirSync(path, { mode: 0o700 });
    cpSync(dataDir, path, { recursive: true, errorOnExist: true, force: false });
  } finally {
    await unlock();
  }
  return { path, check: await checkCopy(path) };
}

async function dump(url: string, path: string): Promise<Backup> {
  const bin = findServer() ?? "";
  // pg_dump keeps the mode of a file that is there.
  writeFileSync(path, "", { mode: 0o600, flag: "wx" });
  await run(join(bin, "pg_dump"), ["--format=custom", "--no-owner", `--file=${path}`], connection(url));
  await run(join(bin, "pg_restore"), ["--list", path], {});
  return { path, check: null };
}

/** Fills an empty PostgreSQL database from a file of pg_dump. Throws BackupError. */
export async function restoreDump(path: string, url: string): Promise<void> {
  const to = connection(url);
  const database = to.PGDATABASE ?? "";
  const args = ["--no-owner", "--exit-on-error", `--dbname=${database}`, path];
  await run(join(findServer() ?? "", "pg_restore"), args, to);
}

/** By the environment, so that the password shows in no list of processes. */
function connection(url: string): Record<string, string> {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const sslMode = searchParams.get("sslmode");
  return {
    PGHOST: hostname,
    PGPORT: port || "5432",
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    ...(sslMode ? { PGSSLMODE: sslMode } : {}),
  };
}

async function run(program: string, args: string[], variables: Record<string, string>): Promise<void> {
  try {
    await exec(program, args, { env: { ...process.env, ...variables }, maxBuffer: 64 * 1024 * 1024 });
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (missing)
      throw new BackupError(`${program} is not installed; it comes with PostgreSQL's client programs.`);
    throw new BackupError(error instanceof Error ? error.message : String(error));
  }
}
