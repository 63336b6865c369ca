import { spawn } from "node:child_process";
import { NoPostgresError, type PostgresServer, startPostgres } from "./postgres-server";

const help = `tsx scripts/postgres.ts <command> [arguments]

Starts a PostgreSQL server of its own on a free port, runs the command with its address in TEST_DATABASE_URL, and
removes the server with all its data afterwards. Answers the command's exit code. An address that is already in
TEST_DATABASE_URL is used instead, and nothing is started.`;

/** Gives the exit code. */
async function main([command, ...args]: string[]): Promise<number> {
  if (!command || command === "--help") {
    process.stdout.write(`${help}\n`);
    return command ? 0 : 1;
  }
  const given = process.env.TEST_DATABASE_URL;
  let server: PostgresServer | null = null;
  try {
    server = given ? null : await startPostgres();
    return await run(command, args, { ...process.env, TEST_DATABASE_URL: given || server?.url });
  } catch (error) {
    process.stderr.write(`${error instanceof NoPostgresError ? error.message : String(error)}\n`);
    return 1;
  } finally {
    await server?.stop();
  }
}

/** Ctrl-C reaches the command too, so this process only waits for it; SIGTERM is handed on. */
function run(command: string, args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(command, args, { stdio: "inherit", env });
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}

process.exitCode = await main(process.argv.slice(2));
