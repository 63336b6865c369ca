import { join } from "node:path";
import { nextCommand } from "../build";
import { type Child, startChild } from "../child";
import { keepSecrets } from "../secrets";
import { webEnvironment } from "../settings";

export type ShopOptions = {
  name: string;
  root: string;
  port: number;
  /** What buyers see; the same for all instances behind a proxy. */
  appUrl: string;
  databaseUrl: string;
  sandbox: { port: number; smtpPort: number };
  dataDir: string;
  output: (name: string, line: string) => void;
};

/** Starts one instance of the built shop on PostgreSQL; resolves when it answers. */
export async function startShop(options: ShopOptions): Promise<Child> {
  const { name, root, port, appUrl, databaseUrl, sandbox, dataDir, output } = options;
  const source = {
    ...process.env,
    SECUCONNECT_URL: "",
    APP_URL: appUrl,
    DATABASE_URL: databaseUrl,
    SECUCONNECT_TIMEOUT_MS: "3000",
    KONTOR_OWN_PAGES: "prepaid,invoice,debit",
    LOG_LEVEL: "error",
  };
  const { variables } = webEnvironment(source, { port, sandbox, dataDir }, keepSecrets(dataDir));
  const args = nextCommand("start", "-p", String(port), "-H", "127.0.0.1");
  const child = startChild({ name, args, cwd: root, env: variables, output });
  await untilHealthy(`http://127.0.0.1:${port}`, child);
  return child;
}

/** Starts a sandbox that forgets everything at its end, with short waits between pushes. */
export async function startSandboxProcess(options: {
  root: string;
  port: number;
  smtpPort: number;
  output: (name: string, line: string) => void;
}): Promise<Child> {
  const { root, port, smtpPort, output } = options;
  const flags = ["--port", String(port), "--smtp-port", String(smtpPort), "--speed", "60"];
  const args = ["--import", "tsx", join("sandbox", "main.ts"), ...flags];
  const env = { ...process.env, SANDBOX_DATA: "" };
  const child = startChild({ name: "sandbox", args, cwd: root, env, output });
  await child.line(/sandbox ready on /);
  return child;
}

async function untilHealthy(url: string, child: Child): Promise<void> {
  let ended: string | null = null;
  void child.ended.then((why) => {
    ended = why;
  });
  const deadline = Date.now() + 60_000;
  while (ended === null && Date.now() < deadline) {
    const ok = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(10_000) }).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(ended ?? `${url} did not answer within a minute`);
}
