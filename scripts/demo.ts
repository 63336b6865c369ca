import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { FolderInUseError } from "@/lib/db/lock";
import { EnvError } from "@/lib/env";
import { watchLauncher } from "./launcher";
import { type RunningSystem, StartError, startSystem } from "./system";

const root = fileURLToPath(new URL("..", import.meta.url));

/** `npm run demo`, and with `--dev` `npm run dev`: everything in one command, and one Ctrl-C ends it. */
async function main(): Promise<number> {
  if (existsSync(join(root, ".env"))) process.loadEnvFile(join(root, ".env"));
  const dev = process.argv.includes("--dev");
  const leave = askedToLeave();
  const system = await startSystem({
    root,
    variables: process.env,
    mode: dev ? "dev" : "start",
    say: (line) => console.log(line),
    output: (name, line) => console.log(`${name.padEnd(7)} │ ${line}`),
    signal: leave,
  });
  console.log(welcome(system));
  const death = await system.died;
  if (!leave.aborted) console.log(`\n${death}; stopping the rest.`);
  await system.stop();
  return leave.aborted ? 0 : 1;
}

/** Aborted at Ctrl-C, at SIGTERM, when the terminal is closed, and when npm is gone. */
function askedToLeave(): AbortSignal {
  const leave = new AbortController();
  const stop = () => {
    if (!leave.signal.aborted) console.log("\nStopping …");
    leave.abort();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  watchLauncher(stop);
  return leave.signal;
}

function welcome({ shopUrl, sandboxUrl, secuconnectUrl, admin, dataDir }: RunningSystem): string {
  const payments = sandboxUrl
    ? [
        `  Sandbox console  ${sandboxUrl}/_sandbox   (payments, "the transfer arrives", faults)`,
        `  Mail inbox       ${sandboxUrl}/_sandbox/mails`,
      ]
    : [`  Payments         ${secuconnectUrl}`];
  return [
    "",
    "  Kontor is ready.",
    "",
    `  Shop             ${shopUrl}`,
    `  Merchant         ${shopUrl}/admin`,
    `    login          ${admin.email}`,
    `    password       ${admin.password}`,
    ...payments,
    `  Data             ${dataDir}`,
    "",
    "  Next: put a pen into the basket, choose advance payment, then let the transfer",
    "  arrive in the sandbox console and watch the order page turn by itself.",
    "  Ctrl-C ends everything.",
    "",
  ].join("\n");
}

try {
  process.exitCode = await main();
} catch (error) {
  const expected =
    error instanceof StartError || error instanceof EnvError || error instanceof FolderInUseError;
  console.error(expected ? error.message : error);
  process.exitCode = 1;
}
