import type { AddressInfo, Server } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { createSandbox, type Sandbox } from "./app";
import { type CliOptions, HELP, readOptions } from "./cli-options";
import { createMailCatcher, type MailCatcher } from "./smtp";

/** Runs the sandbox until SIGINT or SIGTERM; gives the exit code. */
export async function runCli(
  args: readonly string[],
  env: Record<string, string | undefined>,
): Promise<number> {
  const options = readOptions(args, env);
  if (!options.ok) {
    console.error(`sandbox: ${options.message}\nSee --help.`);
    return 1;
  }
  if (options.value === "help") {
    console.log(HELP);
    return 0;
  }
  return run(options.value);
}

async function run(options: CliOptions): Promise<number> {
  let base = "";
  const { publicUrl = () => base } = options;
  const sandbox = createSandbox({ ...options, publicUrl, warn: (text) => console.error(`sandbox: ${text}`) });
  const server = createAdaptorServer({ fetch: sandbox.app.fetch }) as Server;
  let catcher: MailCatcher | null = null;
  try {
    const port = await listen(server, options.port, options.host, "--port or SANDBOX_PORT");
    base = `http://${reachable(options.host)}:${port}`;
    catcher = options.smtpPort === null ? null : createMailCatcher(sandbox.mails, sandbox.clock.now);
    const smtpPort = catcher
      ? await listen(catcher.server, options.smtpPort ?? 0, options.host, "--smtp-port or SANDBOX_SMTP_PORT")
      : null;
    if (!["127.0.0.1", "::1", "localhost"].includes(options.host)) {
      console.error(
        `sandbox: warning: listening on ${options.host}; anyone who reaches this address can use it.`,
      );
    }
    console.log(`sandbox ready on ${base} smtp ${smtpPort === null ? "off" : `${options.host}:${smtpPort}`}`);
    await untilSignal();
    return 0;
  } catch (error) {
    console.error(`sandbox: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  } finally {
    await shutDown(server, catcher, sandbox);
  }
}

/** A host as it stands in a URL; the address for "all interfaces" is none that can be called. */
function reachable(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}

function listen(server: Server, port: number, host: string, setting: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const text =
        error.code === "EADDRINUSE"
          ? `port ${port} is in use. Choose another one with ${setting}.`
          : `cannot listen on ${host}:${port} (${error.message}). See ${setting}.`;
      reject(new Error(text));
    });
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}

async function shutDown(server: Server, catcher: MailCatcher | null, sandbox: Sandbox): Promise<void> {
  if ("closeAllConnections" in server && typeof server.closeAllConnections === "function") {
    server.closeAllConnections();
  }
  server.close();
  await catcher?.close();
  await sandbox.close();
}
