import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHOICES, REFUSALS } from "./choices";
import { SAMPLE } from "./config";
import { type Served, serveSandbox } from "./testing/serve";

const readme = readFileSync(new URL("README.md", import.meta.url), "utf8");
const commands = [...readme.matchAll(/```sh run\n([\s\S]*?)```/g)].map((match) => match[1] ?? "");

describe("sandbox/README.md", () => {
  let served: Served;
  const folder = mkdtempSync(join(tmpdir(), "sandbox-readme-"));
  beforeAll(async () => {
    served = await serveSandbox();
  });
  afterAll(async () => {
    await served.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("holds commands that work and answer what it says", async () => {
    expect(commands).toHaveLength(6);
    const { stdout } = await promisify(execFile)("bash", ["-euo", "pipefail", "-c", commands.join("\n")], {
      cwd: folder,
      env: { ...process.env, SANDBOX: served.url },
    });
    const lines = stdout.trim().split("\n");
    expect(lines).toEqual([
      "approved",
      "ok",
      expect.stringMatching(/^TA \d+$/),
      "86",
      "pending",
      "ok",
      "3190",
      expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/checkout\?stx=STX_/),
      expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/checkout\?stx=STX_/),
      "1",
      "connection lost",
      "1",
    ]);
    expect(readFileSync(join(folder, "girocode.png")).subarray(1, 4).toString()).toBe("PNG");
    expect(readFileSync(join(folder, "page.html"), "utf8")).toContain("<html");
  });

  it("names the credentials, every refusal and every choice", () => {
    for (const value of [SAMPLE.clientId, SAMPLE.clientSecret, SAMPLE.contractId])
      expect(readme).toContain(value);
    for (const { details, http, exception, code } of Object.values(REFUSALS)) {
      expect(readme).toContain(`| ${details} | ${http} | \`${exception}\` | ${code} |`);
    }
    const choices = readme.slice(readme.indexOf("## Choices"));
    const listed = [...choices.matchAll(/^\| `(\w+)` \|/gm)].map((match) => match[1]);
    expect(listed).toEqual(Object.keys(CHOICES));
  });
});
