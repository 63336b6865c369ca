import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keepSecrets } from "./secrets";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kontor-secrets-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("secrets are made once, for their owner only", () => {
  const dataDir = join(folder, "a", "data");
  const made = keepSecrets(dataDir);
  expect(made.sessionSecret.length).toBeGreaterThanOrEqual(32);
  expect(statSync(join(dataDir, "secrets.json")).mode & 0o777).toBe(0o600);
  expect(keepSecrets(dataDir)).toEqual(made);
});

test("a damaged file is left as it is and named", () => {
  const file = join(folder, "secrets.json");
  writeFileSync(file, '{"sessionSecret":"short"}');
  expect(() => keepSecrets(folder)).toThrow(file);
  expect(readFileSync(file, "utf8")).toBe('{"sessionSecret":"short"}');
});
