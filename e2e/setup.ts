import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePorts } from "../scripts/ports";
import { type RunningSystem, startSystem } from "../scripts/system";
import { keepAddresses, ownPages } from "./addresses";

/**
 * Starts the finished build and a sandbox on free ports with a data folder of their own, through the code that
 * `npm run demo` uses; and a second pair that takes payments on its own pages. KONTOR_E2E, if it is set, names systems
 * that already run (see e2e/addresses.ts).
 */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.env.KONTOR_E2E) return async () => {};
  const folder = mkdtempSync(join(tmpdir(), "kontor-e2e-"));
  const leave = new AbortController();
  const running: RunningSystem[] = [];
  const stop = async () => {
    await Promise.all(running.map((system) => system.stop()));
    rmSync(folder, { recursive: true, force: true });
  };
  const start = async (name: string, variables: Record<string, string>) => {
    const system = await startOne(join(folder, name), variables, leave.signal);
    running.push(system);
    return system;
  };
  try {
    const main = await start("main", {});
    keepAddresses(main, await start("own-pages", ownPages));
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startOne(
  folder: string,
  variables: Record<string, string>,
  signal: AbortSignal,
): Promise<RunningSystem> {
  const [port, sandboxPort, smtpPort] = await freePorts(3);
  const log = `${folder}.log`;
  try {
    return await startSystem({
      root: fileURLToPath(new URL("..", import.meta.url)),
      variables: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        NODE_ENV: "production",
        PORT: String(port),
        SANDBOX_PORT: String(sandboxPort),
        SANDBOX_SMTP_PORT: String(smtpPort),
        KONTOR_DATA_DIR: join(folder, "data"),
        // A developer's .env must not lead the tests to a real database or a real payment.
        DATABASE_URL: "",
        SECUCONNECT_LIVE: "0",
        SECUCONNECT_TIMEOUT_MS: "10000",
        LOG_LEVEL: "warn",
        ...variables,
      },
      mode: "start",
      say: (line) => console.log(line),
      output: (name, line) => appendFileSync(log, `${name} │ ${line}\n`),
      signal,
    });
  } catch (error) {
    console.error(readFileSync(log, { encoding: "utf8", flag: "a+" }));
    throw error;
  }
}
