import { describe, expect, it } from "vitest";
import { dayOf, endOfDay } from "@/lib/text/berlin-day";

describe("endOfDay", () => {
  it.each([
    ["2026-12-24", "2026-12-24T23:00:00.000Z"],
    ["2026-07-01", "2026-07-01T22:00:00.000Z"],
    // The night in which the clock changes, and the one after.
    ["2026-03-28", "2026-03-28T23:00:00.000Z"],
    ["2026-03-29", "2026-03-29T22:00:00.000Z"],
    ["2026-10-24", "2026-10-24T22:00:00.000Z"],
    ["2026-10-25", "2026-10-25T23:00:00.000Z"],
    ["2028-02-29", "2028-02-29T23:00:00.000Z"],
    ["2026-12-31", "2026-12-31T23:00:00.000Z"],
  ])("%s ends at %s", (date, moment) => {
    const end = endOfDay(date);
    expect(end?.toISOString()).toBe(moment);
    expect(end && dayOf(new Date(end.getTime() - 1))).toBe(date);
  });

  it.each(["", "2026-02-30", "2027-02-29", "24.12.2026", "2026-13-01", "0099-01-01", "tomorrow"])(
    "%o is no day",
    (date) => {
      expect(endOfDay(date)).toBeNull();
    },
  );
});
