import { join } from "node:path";
import { lockFolder } from "@/lib/db/lock";
import { isBuilt, markBuilt, nextCommand } from "./build";
import { type Child, startChild } from "./child";
import { freePorts, portProblems } from "./ports";
import { keepSecrets } from "./secrets";
import { demoAdmin, readSettings, type SystemSettings, webEnvironment } from "./settings";

export type SystemOptions = {
  root: string;
  /** Where the variables come from; usually process.env. */
  variables: NodeJS.ProcessEnv;
  mode: "start" | "dev";
  /** What the user should read about the start itself. */
  say: (line: string) => void;
  /** Each line that a process prints. */
  output: (name: string, line: string) => void;
  /** Ends a start that is still under way, and later everything that runs. */
  signal: AbortSignal;
};

type Run = (name: string, args: string[], env: NodeJS.ProcessEnv) => Child;

export type RunningSystem = {
  shopUrl: string;
  /** Null when the shop talks to a secuconnect of somebody else. */
  sandboxUrl: string | null;
  secuconnectUrl: string;
  admin: { email: string; password: string };
  dataDir: string;
  /** Resolves with a sentence when a process ended that should have gone on. */
  died: Promise<string>;
  /** Ends all processes; resolves when none is left. */
  stop: () => Promise<void>;
};

/**
 * Variables for a system to be thrown away: free ports, the given data folder, and nothing of a developer's .env that
 * would lead to a real database or a real payment.
 */
export async function throwAwayVariables(dataDir: string): Promise<NodeJS.ProcessEnv> {
  const [port, sandboxPort, smtpPort] = await freePorts(3);
  return {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    NODE_ENV: "production",
    PORT: String(port),
    SANDBOX_PORT: String(sandboxPort),
    SANDBOX_SMTP_PORT: String(smtpPort),
    KONTOR_DATA_DIR: dataDir,
    DATABASE_URL: "",
    SECUCONNECT_LIVE: "0",
    LOG_LEVEL: "warn",
  };
}

/** A start that cannot succeed for a reason the user can change; the message is all they need to read. */
export class StartError extends Error {
  override name = "StartError";
}

/**
 * Starts the sandbox (unless SECUCONNECT_URL is set) and the shop, and resolves when both answer.
 * Throws StartError, EnvError or FolderInUseError, and leaves no process when it does.
 */
export async function startSystem(options: SystemOptions): Promise<RunningSystem> {
  const { root, variables, signal } = options;
  const settings = readSettings(variables, root);
  await checkPorts(settings);
  const secrets = keepSecrets(settings.dataDir);
  const web = webEnvironment(variables, settings, secrets);
  await checkFolder(settings.dataDir);

  const children: Child[] = [];
  const run: Run = (name, args, env) => {
    if (signal.aborted) throw new StartError("Stopped.");
    const child = startChild({ name, args, env, cwd: root, output: options.output });
    children.push(child);
    return child;
  };
  const stop = async () => {
    await Promise.all(children.map((child) => child.stop()));
  };
  signal.addEventListener("abort", () => void stop(), { once: true });
  try {
    const serving = await startAll(options, settings, web.variables, run);
    return {
      shopUrl: web.parsed.APP_URL,
      sandboxUrl: settings.sandbox ? `http://127.0.0.1:${settings.sandbox.port}` : null,
      secuconnectUrl: web.parsed.SECUCONNECT_URL,
      admin: { email: demoAdmin, password: web.parsed.KONTOR_DEMO_PASSWORD ?? secrets.adminPassword },
      dataDir: settings.dataDir,
      died: Promise.race(serving.map((child) => child.ended)),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startAll(
  { root, variables, mode, say }: SystemOptions,
  { port, sandbox, dataDir }: SystemSettings,
  webVariables: NodeJS.ProcessEnv,
  run: Run,
): Promise<Child[]> {
  const serving: Child[] = [];
  if (mode === "start" && !isBuilt(root)) {
    say("Building the shop (a minute or two, and again only after a change) …");
    const env = { ...variables, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
    const code = await run("build", nextCommand("build"), env).exit;
    if (code !== 0) throw new StartError("The build failed; its messages stand above.");
    markBuilt(root);
  }
  if (sandbox) {
    const child = run("sandbox", ["--import", "tsx", "sandbox/main.ts", "--merchant-name", "Kontor"], {
      ...variables,
      SANDBOX_PORT: String(sandbox.port),
      SANDBOX_SMTP_PORT: String(sandbox.smtpPort),
      SANDBOX_DATA: join(dataDir, "sandbox"),
    });
    await child.line(/sandbox ready on /);
    serving.push(child);
  }
  const env = mode === "dev" ? { ...webVariables, NODE_ENV: "development" as const } : webVariables;
  const shop = run("shop", nextCommand(mode, "-p", String(port)), env);
  await untilHealthy(`http://127.0.0.1:${port}/api/health`, shop);
  return [...serving, shop];
}

async function checkPorts({ port, sandbox }: SystemSettings): Promise<void> {
  const host = "127.0.0.1";
  const wanted = [{ variable: "PORT", port }];
  const problems = await portProblems(
    sandbox
      ? [
          ...wanted,
          { variable: "SANDBOX_PORT", port: sandbox.port, host },
          { variable: "SANDBOX_SMTP_PORT", port: sandbox.smtpPort, host },
        ]
      : wanted,
  );
  if (problems.length > 0) throw new StartError(problems.join("\n"));
}

/** Says at once, before a build, what the shop would say when it opens its database. */
async function checkFolder(dataDir: string): Promise<void> {
  const unlock = await lockFolder(dataDir);
  await unlock();
}

/** Asks until the address answers well; the first page of a development server may take its time. */
async function untilHealthy(url: string, child: Child): Promise<void> {
  let alive = true;
  void child.ended.then(() => {
    alive = false;
  });
  const deadline = Date.now() + 120_000;
  while (alive && Date.now() < deadline) {
    const ok = await fetch(url, { signal: AbortSignal.timeout(60_000) }).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  throw new StartError(alive ? `${url} did not answer within two minutes.` : await child.ended);
}
