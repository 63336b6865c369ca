import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openDatabase } from "@/lib/db/client";
import { FolderInUseError } from "@/lib/db/lock";
import { EnvError } from "@/lib/env";
import { isSecuconnectError } from "@/lib/secuconnect/errors";
import { audit } from "./audit/audit";
import { NoSandboxError } from "./audit/read-secuconnect";
import { report } from "./audit/report";
import { readSettings, sampleCredentials } from "./settings";

const help = `npm run audit

Compares the shop's orders, payments, ledger, stock and owed mails with secuconnect, line by line, and changes nothing.
Ends with 0 when both agree, with 1 when they contradict each other, with 2 when they could not be compared.

Works on DATABASE_URL, also while the shop runs, or without it on KONTOR_DATA_DIR while no shop runs there.
Asks the secuconnect server of SECUCONNECT_URL, or the sandbox of the demo (SANDBOX_PORT).`;

/** Gives the exit code. */
async function main(args: string[]): Promise<number> {
  if (args.length > 0) {
    console.log(help);
    return args.includes("--help") ? 0 : 2;
  }
  const root = fileURLToPath(new URL("..", import.meta.url));
  if (existsSync(join(root, ".env"))) process.loadEnvFile(join(root, ".env"));
  const { dataDir, sandbox } = readSettings(process.env, root);
  const { SECUCONNECT_URL, SECUCONNECT_CLIENT_ID, SECUCONNECT_CLIENT_SECRET } = process.env;
  const baseUrl = sandbox ? `http://127.0.0.1:${sandbox.port}` : (SECUCONNECT_URL ?? "");
  const database = await openDatabase({ url: process.env.DATABASE_URL || undefined, dataDir });
  try {
    const result = await audit(database.db, {
      baseUrl: baseUrl.replace(/\/+$/, "").replace(/\/api\/v2$/i, ""),
      clientId: SECUCONNECT_CLIENT_ID || sampleCredentials.clientId,
      clientSecret: SECUCONNECT_CLIENT_SECRET || sampleCredentials.clientSecret,
      timeoutMs: 30_000,
    });
    console.log(report(result));
    return result.findings.some(({ level }) => level === "error") ? 1 : 0;
  } finally {
    await database.close();
  }
}

/** Expected reasons, whose message is all there is to read. */
function isForReader(error: unknown): error is Error {
  return [FolderInUseError, EnvError, NoSandboxError].some((kind) => error instanceof kind);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = 2;
  if (isSecuconnectError(error)) console.error(`secuconnect does not answer: ${error.message}`);
  else if (isForReader(error)) console.error(error.message);
  else throw error;
}
