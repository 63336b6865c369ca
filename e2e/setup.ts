import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type RunningSystem, startSystem, throwAwayVariables } from "../scripts/system";
import { keepAddresses, systems } from "./addresses";

/**
 * Starts the finished build and a sandbox on free ports with a data folder of their own, through the code that
 * `npm run demo` uses, once for each of the systems in e2e/addresses.ts. KONTOR_E2E, if it is set, names systems that
 * already run.
 */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.env.KONTOR_E2E) return async () => {};
  const folder = mkdtempSync(join(tmpdir(), "kontor-e2e-"));
  const leave = new AbortController();
  const running = new Map<string, RunningSystem>();
  const stop = async () => {
    await Promise.all([...running.values()].map((system) => system.stop()));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    // One after the other: side by side they would look for free ports at the same time.
    for (const [name, variables] of Object.entries(systems))
      running.set(name, await startOne(join(folder, name), variables, leave.signal));
    keepAddresses(running);
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
  const log = `${folder}.log`;
  try {
    return await startSystem({
      root: fileURLToPath(new URL("..", import.meta.url)),
      variables: {
        ...(await throwAwayVariables(join(folder, "data"))),
        SECUCONNECT_TIMEOUT_MS: "10000",
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
