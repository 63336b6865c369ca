import { expect, it } from "vitest";
import { openPages } from "../test-kit";
import { findTransactions, PAGE_SIZE, readWanted } from "./search";

const COUNT = 10_000;

it("pages through ten thousand transactions, newest first, and searches them quickly", () => {
  const { sandbox, create } = openPages();
  const first = create({ merchantRef: "K-0" });
  for (let i = 1; i < COUNT; i += 1) {
    sandbox.store.smarts.put({ ...first, id: `STX_${i}`, merchantRef: `K-${i}` });
  }
  const begun = performance.now();
  const newest = findTransactions(sandbox, readWanted({}));
  const last = findTransactions(sandbox, readWanted({ page: "200" }));
  const found = findTransactions(sandbox, readWanted({ q: "k-1234" }));
  expect(performance.now() - begun).toBeLessThan(1000);
  expect(newest).toMatchObject({ count: COUNT, pages: COUNT / PAGE_SIZE, page: 1 });
  expect(newest.rows[0]?.merchantRef).toBe(`K-${COUNT - 1}`);
  expect(newest.rows).toHaveLength(PAGE_SIZE);
  expect(last.rows.at(-1)?.merchantRef).toBe("K-0");
  expect(found.rows.map((row) => row.merchantRef)).toEqual(["K-1234"]);
  expect(findTransactions(sandbox, readWanted({ page: "9999" })).page).toBe(200);
});
