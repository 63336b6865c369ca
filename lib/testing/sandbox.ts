import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** The sample merchant every sandbox starts with. */
export const sandboxMerchant = {
  clientId: "00000000000000000000000000000001",
  clientSecret: "0000000000000000000000000000000000000000000000000000000000000002",
  contractId: "GCR_2GTC4T4689DUZQ0G78B3Y04P4XM2G2",
};

export type TestSandbox = {
  url: string;
  /** A call of the operator's interface, e.g. `operator("/faults", { kind: "500" })`. Throws unless it succeeds. */
  operator(path: string, body?: unknown, method?: "GET" | "POST" | "PUT" | "DELETE"): Promise<unknown>;
  stop(): Promise<void>;
};

/** Starts a secuconnect sandbox of its own on a free port, in memory. Flags as of `npm run sandbox -- --help`. */
export async function startSandbox(flags: readonly string[] = []): Promise<TestSandbox> {
  const args = ["--import", "tsx", "sandbox/main.ts", "--port", "0", "--smtp-port", "off", ...flags];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, SANDBOX_DATA: "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const exited = once(child, "exit");
  let complaints = "";
  child.stderr.on("data", (part) => {
    complaints += String(part);
  });
  const url = await readyUrl(createInterface({ input: child.stdout }), exited);
  if (url === null) throw new Error(`the sandbox did not start:\n${complaints}`);
  return {
    url,
    async operator(path, body, method = body === undefined ? "GET" : "POST") {
      const response = await fetch(`${url}/_sandbox/api${path}`, {
        method,
        headers: { "Content-Type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
      return text === "" ? null : JSON.parse(text);
    },
    async stop() {
      child.kill("SIGTERM");
      await exited;
    },
  };
}

async function readyUrl(lines: AsyncIterable<string>, exited: Promise<unknown>): Promise<string | null> {
  const ready = async () => {
    for await (const line of lines) {
      const url = /^sandbox ready on (\S+)/.exec(line)?.[1];
      if (url) return url;
    }
    return null;
  };
  return Promise.race([ready(), exited.then(() => null)]);
}
