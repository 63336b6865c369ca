import { z } from "zod";

/** What one step of the gate found. A step that counts no tests of its own is one test itself. */
export type Tally = { passed: number; failed: number; skipped: number };

export function single(ok: boolean): Tally {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (all, each) => ({
      passed: all.passed + each.passed,
      failed: all.failed + each.failed,
      skipped: all.skipped + each.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** The last line of the gate's output. */
export function lastLine({ passed, failed }: Tally): string {
  return `${passed} passed, ${failed} failed`;
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  success: z.boolean(),
});

/**
 * Counts vitest's JSON report. A file that broke before its tests, or a runner that ended badly without a failed
 * test, counts as one failure: nothing may look green that is not.
 */
export function countUnitTests(report: string | undefined, exitedWell: boolean): Tally {
  const parsed = parseJson(vitestReport, report);
  if (!parsed) return single(false);
  const { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped } = parsed;
  return atLeastOneFailure({ passed, failed, skipped }, exitedWell && parsed.success);
}

const playwrightReport = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
  errors: z.array(z.unknown()).default([]),
});

/** Counts Playwright's JSON report; flaky counts as failed. */
export function countBrowserTests(report: string | undefined, exitedWell: boolean): Tally {
  const parsed = parseJson(playwrightReport, report);
  if (!parsed) return single(false);
  const { expected, unexpected, flaky, skipped } = parsed.stats;
  const tally = { passed: expected, failed: unexpected + flaky, skipped };
  return atLeastOneFailure(tally, exitedWell && parsed.errors.length === 0);
}

function atLeastOneFailure(tally: Tally, well: boolean): Tally {
  const nothing = tally.passed + tally.failed === 0;
  return (well && !nothing) || tally.failed > 0 ? tally : { ...tally, failed: 1 };
}

function parseJson<Schema extends z.ZodType>(
  schema: Schema,
  text: string | undefined,
): z.output<Schema> | undefined {
  try {
    return schema.parse(JSON.parse(text ?? ""));
  } catch {
    return undefined;
  }
}
