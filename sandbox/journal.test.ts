import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createSandbox, type Sandbox } from "./app";
import { SAMPLE } from "./config";
import { createFileJournal } from "./journal";

let folder: string;
let file: string;
const warnings: string[] = [];
const open = (): Sandbox => createSandbox({ dataFile: file, warn: (text) => warnings.push(text) });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sandbox-"));
  file = join(folder, "deep", "state.jsonl");
  warnings.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function order(sandbox: Sandbox, merchantRef: string): string {
  const made = sandbox.engine.createSmart(SAMPLE.clientId, {
    intent: "sale",
    contract: { id: SAMPLE.contractId },
    customer: { contact: { forename: "Erika", surname: "Beispiel", email: "e@example.org" } },
    merchantRef,
    basket_info: { sum: 100 },
  });
  if (!made.ok) throw new Error(made.reason.details);
  return made.value.id;
}

describe("state on disk", () => {
  it("survives a stop and a kill", async () => {
    const first = open();
    const id = order(first, "A");
    first.engine.startMethod(id, "prepaid", {});
    first.clock.advanceDays(3);
    first.store.commit();
    // no close: the process was killed after the commit
    const second = open();
    expect(second.engine.smart(id)).toMatchObject({ status: "pending", merchantRef: "A" });
    expect(second.store.smartIdsByMerchantRef("A")).toEqual([id]);
    const before = second.store.payments.ids().length;
    await second.close();
    const third = open();
    expect(third.store.payments.ids()).toHaveLength(before);
    expect(third.store.nextTransId()).toBeGreaterThan(110_090_001);
    await third.close();
    expect(warnings).toEqual([]);
  });

  it("drops a torn last line and keeps the rest", () => {
    const first = open();
    const id = order(first, "A");
    first.store.commit();
    appendFileSync(file, '{"collection":"smarts","id":"STX_');
    expect(open().engine.smart(id)).toBeDefined();
    expect(warnings.join()).toContain("cut off");
  });

  it("sets a damaged file aside and starts empty", () => {
    const first = open();
    order(first, "A");
    first.store.commit();
    const damaged = readFileSync(file, "utf8").replace("{", "(");
    writeFileSync(file, damaged);
    const second = open();
    expect(second.store.smarts.size()).toBe(0);
    const aside = readdirSync(join(folder, "deep")).find((name) => name.includes("damaged"));
    expect(readFileSync(join(folder, "deep", aside ?? ""), "utf8")).toBe(damaged);
    expect(warnings.join()).toMatch(/cannot be read.*kept as/);
  });

  it("keeps only the last version of a record when it is compacted", () => {
    const journal = createFileJournal(file);
    journal.load(() => {});
    for (let n = 0; n < 50; n += 1) journal.write({ collection: "x", id: "1", value: { n } });
    journal.write({ collection: "x", id: "2", value: null });
    journal.flush(() => []);
    journal.close();
    const seen: unknown[] = [];
    const again = createFileJournal(file);
    again.load((record) => seen.push(record.value));
    again.close();
    expect(seen.at(-2)).toEqual({ n: 49 });
    expect(readFileSync(file, "utf8").trim().split("\n")).toHaveLength(2);
  });

  it("forgets everything on reset, but keeps working", () => {
    const sandbox = open();
    order(sandbox, "A");
    sandbox.clock.advanceDays(1);
    sandbox.reset();
    expect([sandbox.store.smarts.size(), sandbox.clock.offsetMs()]).toEqual([0, 0]);
    expect(order(sandbox, "B")).toMatch(/^STX_/);
    sandbox.store.commit();
    expect(open().store.smarts.size()).toBe(1);
  });
});
