import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { isPortFree } from "./ports";
import { findServer } from "./postgres-server";

function run(args: string[], env: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/postgres.ts", ...args], {
    env: { ...process.env, ...env },
  });
  let output = "";
  child.stdout.on("data", (part) => {
    output += String(part);
  });
  child.stderr.on("data", (part) => {
    output += String(part);
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, output })));
}

it("gives the command a server that is gone afterwards, and answers its exit code", async () => {
  const command = `
    const sql = require("postgres")(process.env.TEST_DATABASE_URL);
    sql\`select 6 * 7 as answer\`.then(([row]) => {
      console.log("answer", row.answer, new URL(process.env.TEST_DATABASE_URL).port);
      process.exit(3);
    });`;
  const { code, output } = await run([process.execPath, "-e", command], { TEST_DATABASE_URL: "" });
  const [, port] = /answer 42 (\d+)/.exec(output) ?? [];
  expect({ code, port }, output).toMatchObject({ code: 3, port: expect.any(String) });
  expect(await isPortFree(Number(port), "127.0.0.1")).toBe(true);
});

it("uses a server that is given", async () => {
  const url = "postgres://somebody@127.0.0.1:1/there";
  const told = await run([process.execPath, "-p", "process.env.TEST_DATABASE_URL"], {
    TEST_DATABASE_URL: url,
  });
  expect(told).toMatchObject({ code: 0, output: expect.stringContaining(url) });
});

it("finds the newest installed server, else one in the path, else none", () => {
  const root = mkdtempSync(join(tmpdir(), "kontor-find-"));
  const install = (...parts: string[]) => {
    mkdirSync(join(root, ...parts), { recursive: true });
    writeFileSync(join(root, ...parts, "initdb"), "");
    return join(root, ...parts);
  };
  install("lib", "9", "bin");
  const newest = install("lib", "15", "bin");
  const inPath = install("elsewhere");
  expect(findServer(inPath, join(root, "lib"))).toBe(newest);
  expect(findServer(`/nowhere:${inPath}`, join(root, "none"))).toBe(inPath);
  expect(findServer("/nowhere", join(root, "none"))).toBeNull();
  rmSync(root, { recursive: true });
});
