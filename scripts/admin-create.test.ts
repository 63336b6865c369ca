import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findAdminByEmail } from "@/lib/auth/admins";
import { verifyPassword } from "@/lib/auth/password";
import { openDatabase } from "@/lib/db/client";

let dataDir: string;

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), "kontor-admin-"));
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

function run(lines: string[], args: string[] = []): Promise<{ code: number | null; output: string }> {
  const script = ["--conditions=react-server", "--import", "tsx", "scripts/admin-create.ts", ...args];
  const child = spawn(process.execPath, script, {
    env: { ...process.env, KONTOR_DATA_DIR: dataDir, DATABASE_URL: "" },
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk;
  });
  child.stderr.on("data", (chunk: Buffer) => {
    output += chunk;
  });
  child.stdin.end(`${lines.join("\n")}\n`);
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, output })));
}

async function account(email: string) {
  const { db, close } = await openDatabase({ url: undefined, dataDir });
  const row = await findAdminByEmail(db, email);
  await close();
  return row;
}

it("makes a login once, resets it on request, and keeps off a folder in use", async () => {
  const email = "owner@kontor.example";
  const first = "a long enough password";
  const made = await run([email, first, first]);
  expect(made).toMatchObject({ code: 0, output: expect.stringContaining(`${email} can sign in as owner`) });
  expect(made.output).not.toContain(first);
  expect(await verifyPassword((await account(email))?.passwordHash ?? null, first)).toBe(true);

  expect(await run([email, "x", "x"])).toMatchObject({ code: 1, output: expect.stringContaining("exists") });
  const second = "another long password";
  expect((await run([email, second, second], ["--reset"])).code).toBe(0);
  const row = await account(email);
  expect(row?.sessionVersion).toBe(2);
  expect(await verifyPassword(row?.passwordHash ?? null, second)).toBe(true);

  const holder = await openDatabase({ url: undefined, dataDir });
  const blocked = await run([email, second, second]);
  await holder.close();
  expect(blocked).toMatchObject({ code: 1, output: expect.stringContaining("is in use") });
}, 90_000);

it.each([
  [["nobody"], "not an e-mail"],
  [["a@kontor.example", "short", "short"], "too short"],
  [["a@kontor.example", "a long enough password", "a different password"], "differ"],
  [[], "not an e-mail"],
])(
  "refuses %o",
  async (lines, message) => {
    expect(await run(lines)).toMatchObject({ code: 1, output: expect.stringContaining(message) });
    expect(await account("a@kontor.example")).toBeNull();
  },
  60_000,
);
