import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { credentials } from "./conformance/harness";

const running: ChildProcess[] = [];
const folder = mkdtempSync(join(tmpdir(), "sandbox-cli-"));
afterEach(() => {
  for (const child of running.splice(0)) if (child.exitCode === null) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

function run(...args: string[]) {
  const child = spawn(process.execPath, ["--import", "tsx", "sandbox/main.ts", ...args]);
  running.push(child);
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output += chunk;
  });
  const exit = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  const ready = async () => {
    await expect.poll(() => output, { timeout: 15_000 }).toContain("sandbox ready on");
    return output;
  };
  return { child, exit, ready, output: () => output };
}

describe("the command", () => {
  it("starts on free ports, keeps its state over SIGTERM, names a port in use", async () => {
    const data = join(folder, "state.jsonl");
    const first = run("--port", "0", "--smtp-port", "0", "--data", data);
    const line = /sandbox ready on (http:\/\/127\.0\.0\.1:(\d+)) smtp 127\.0\.0\.1:\d+/.exec(
      await first.ready(),
    );
    const token = await fetch(`${line?.[1]}/oauth/token`, {
      method: "POST",
      body: new URLSearchParams(credentials),
    });
    const { access_token } = (await token.json()) as { access_token: string };

    const second = run("--port", line?.[2] ?? "", "--smtp-port", "off");
    expect(await second.exit).toBe(1);
    expect(second.output()).toMatch(/port \d+ is in use\. Choose another one with --port or SANDBOX_PORT/);

    first.child.kill("SIGTERM");
    expect(await first.exit).toBe(0);
    const third = run("--port", "0", "--smtp-port", "off", "--data", data);
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(await third.ready())?.[0];
    const list = await fetch(`${url}/api/v2/Smart/Transactions`, {
      headers: { Authorization: `Bearer ${access_token}` },
    });
    expect(list.status).toBe(200);
    third.child.kill("SIGINT");
    expect(await third.exit).toBe(0);
  });
});
