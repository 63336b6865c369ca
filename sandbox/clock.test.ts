import { describe, expect, it } from "vitest";
import { berlinIso, berlinMidnight, createClock, germanDay } from "./clock";

describe("Berlin time", () => {
  it.each([
    ["2024-01-15T11:00:00Z", "2024-01-15T12:00:00+01:00"],
    ["2024-07-15T22:30:59Z", "2024-07-16T00:30:59+02:00"],
    ["2024-03-31T00:59:59Z", "2024-03-31T01:59:59+01:00"],
    ["2024-03-31T01:00:00Z", "2024-03-31T03:00:00+02:00"],
    ["2024-10-27T00:59:59Z", "2024-10-27T02:59:59+02:00"],
    ["2024-10-27T01:00:00Z", "2024-10-27T02:00:00+01:00"],
  ])("%s is %s", (utc, berlin) => {
    expect(berlinIso(Date.parse(utc))).toBe(berlin);
    expect(Date.parse(berlinIso(Date.parse(utc)))).toBe(Date.parse(utc));
  });

  it("knows the day", () => {
    const late = Date.parse("2024-07-15T22:30:00Z");
    expect(berlinMidnight(late)).toBe("2024-07-16T00:00:00+02:00");
    expect(germanDay(late)).toBe("16.07.2024");
  });

  it("gives midnight the offset that holds at midnight", () => {
    expect(berlinMidnight(Date.parse("2024-03-31T10:00:00Z"))).toBe("2024-03-31T00:00:00+01:00");
  });
});

describe("the clock", () => {
  it("goes ahead by days", () => {
    const clock = createClock(() => 1000);
    clock.advanceDays(1.5);
    expect(clock.now()).toBe(1000 + 129_600_000);
    clock.setOffset(0);
    expect(clock.now()).toBe(1000);
  });
});
