import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePorts } from "../scripts/ports";
import { type RunningSystem, startSystem } from "../scripts/system";
import { keepAddresses } from "./addresses";

/**
 * Starts the finished build and a sandbox on free ports with a data folder of their own, through the code that
 * `npm run demo` uses. KONTOR_E2E, if it is set, names a system that already runs (see e2e/addresses.ts).
 */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.env.KONTOR_E2E) return async () => {};
  const folder = mkdtempSync(join(tmpdir(), "kontor-e2e-"));
  const logFile = join(folder, "system.log");
  const leave = new AbortController();
  const stop = async (system?: RunningSystem) => {
    await system?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const [port, sandboxPort, smtpPort] = await freePorts(3);
  try {
    const system = await startSystem({
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
      },
      mode: "start",
      say: (line) => console.log(line),
      output: (name, line) => appendFileSync(logFile, `${name} │ ${line}\n`),
      signal: leave.signal,
    });
    keepAddresses(system);
    return () => stop(system);
  } catch (error) {
    console.error(readFileSync(logFile, { encoding: "utf8", flag: "a+" }));
    await stop();
    throw error;
  }
}
