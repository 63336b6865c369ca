import { describe, expect, test } from "vitest";
import { countBrowserTests, countUnitTests, lastLine, single, sum } from "./gate";

const unit = (passed: number, failed: number, success: boolean) =>
  JSON.stringify({ numPassedTests: passed, numFailedTests: failed, numPendingTests: 1, success });
const browser = (expected: number, unexpected: number, flaky: number) =>
  JSON.stringify({ stats: { expected, unexpected, flaky, skipped: 0 }, errors: [] });

describe("the sum of the gate", () => {
  test("counts steps and tests alike", () => {
    const all = sum([single(true), single(false), { passed: 5, failed: 2, skipped: 1 }]);
    expect(lastLine(all)).toBe("6 passed, 3 failed");
  });

  test("reads the unit tests' report", () => {
    expect(countUnitTests(unit(7, 0, true), true)).toEqual({ passed: 7, failed: 0, skipped: 1 });
    expect(countUnitTests(unit(7, 2, false), false)).toMatchObject({ passed: 7, failed: 2 });
  });

  test("reads the browser tests' report; flaky is not passed", () => {
    expect(countBrowserTests(browser(9, 0, 0), true)).toMatchObject({ passed: 9, failed: 0 });
    expect(countBrowserTests(browser(9, 1, 1), false)).toMatchObject({ passed: 9, failed: 2 });
  });

  test.each([
    ["no report", undefined],
    ["a broken report", "{"],
    ["no tests at all", unit(0, 0, true)],
  ])("%s is a failure", (_, report) => {
    expect(countUnitTests(report, true).failed).toBe(1);
  });

  test("a file that broke before its tests ran is a failure, although no test failed", () => {
    expect(countUnitTests(unit(7, 0, false), false)).toMatchObject({ passed: 7, failed: 1 });
    expect(countBrowserTests(browser(7, 0, 0), false)).toMatchObject({ passed: 7, failed: 1 });
  });
});
