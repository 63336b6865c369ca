import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { OpenDb } from "@/lib/db/client";
import { shopSettings } from "@/lib/db/schema";
import { readSetting, saveSetting } from "@/lib/settings/store";
import { openTestDatabase } from "@/lib/testing/database";

let open: OpenDb;
const at = new Date("2026-11-21T09:00:00Z");
const save = (value: string, version: string) =>
  saveSetting({ db: open.db, now: () => at }, { key: "k", value, version, by: "owner@kontor.example" });

beforeAll(async () => {
  open = await openTestDatabase();
});
afterAll(() => open.close());
beforeEach(() => open.db.delete(shopSettings));

it("a setting is kept and changed by whoever saw the newest version", async () => {
  const first = await readSetting(open.db, "k");
  expect(first.value).toBeNull();
  expect(await save("one", first.version)).toBe(true);
  const second = await readSetting(open.db, "k");
  expect(second.value).toBe("one");
  expect(await save("two", second.version)).toBe(true);
  expect((await readSetting(open.db, "k")).value).toBe("two");
});

it("a stale page overwrites nothing, not even one opened in the same millisecond", async () => {
  const { version } = await readSetting(open.db, "k");
  expect(await Promise.all([save("one", version), save("other", version)])).toEqual([true, false]);
  const seen = await readSetting(open.db, "k");
  expect(await save("two", seen.version)).toBe(true);
  expect(await save("three", seen.version)).toBe(false);
  expect(await save("four", version)).toBe(false);
  expect((await readSetting(open.db, "k")).value).toBe("two");
});
