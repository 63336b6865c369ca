import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hashSources, isBuilt, markBuilt } from "./build";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "kontor-build-"));
  mkdirSync(join(root, "app/api"), { recursive: true });
  mkdirSync(join(root, ".next"));
  writeFileSync(join(root, "app/api/route.ts"), "one");
  writeFileSync(join(root, "package-lock.json"), "{}");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test("a finished build stands until a source or the lock file changes", () => {
  writeFileSync(join(root, ".next/BUILD_ID"), "id");
  expect(isBuilt(root)).toBe(false);
  markBuilt(root);
  expect(isBuilt(root)).toBe(true);
  writeFileSync(join(root, "package-lock.json"), "{ }");
  expect(isBuilt(root)).toBe(false);
});

test("an unfinished build does not count", () => {
  markBuilt(root);
  expect(isBuilt(root)).toBe(false);
});

test("the hash sees contents and names, but no tests", () => {
  const before = hashSources(root);
  writeFileSync(join(root, "app/page.test.ts"), "a test");
  expect(hashSources(root)).toBe(before);
  writeFileSync(join(root, "app/page.ts"), "a page");
  const added = hashSources(root);
  expect(added).not.toBe(before);
  writeFileSync(join(root, "app/page.ts"), "another");
  expect(hashSources(root)).not.toBe(added);
});
