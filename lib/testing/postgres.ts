import { randomUUID } from "node:crypto";
import postgres from "postgres";

/** Makes a database on the server of `url`, as a copy of another one that nobody is connected to, or empty. Answers its URL. */
export async function createPostgresDatabase(url: string, template = "template0"): Promise<string> {
  const name = `kontor_${randomUUID().replaceAll("-", "")}`;
  await asAdmin(url, (sql) => sql`create database ${sql(name)} template ${sql(template)}`);
  return withDatabase(url, name);
}

/** Drops the database of `url` and cuts off whoever is still connected. */
export async function dropPostgresDatabase(url: string): Promise<void> {
  await asAdmin(url, (sql) => sql`drop database if exists ${sql(databaseOf(url))} with (force)`);
}

/** The database a URL names. */
export function databaseOf(url: string): string {
  return new URL(url).pathname.slice(1);
}

async function asAdmin(url: string, run: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(withDatabase(url, "postgres"), { max: 1, onnotice: () => {} });
  try {
    await run(sql);
  } finally {
    await sql.end();
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
