const DAY_MS = 86_400_000;

/** The sandbox's time: real time plus the days an operator has added. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  offsetMs(): number;
  advanceDays(days: number): void;
  setOffset(ms: number): void;
}

/** @param source the underlying time, in milliseconds; tests pass their own */
export function createClock(source: () => number = Date.now): Clock {
  let offset = 0;
  return {
    now: () => source() + offset,
    offsetMs: () => offset,
    advanceDays: (days) => {
      offset += Math.round(days * DAY_MS);
    },
    setOffset: (ms) => {
      offset = ms;
    },
  };
}

const BERLIN = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Berlin",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

function berlinParts(ms: number): Record<string, string> {
  return Object.fromEntries(BERLIN.formatToParts(ms).map((part) => [part.type, part.value]));
}

function offsetText(ms: number, parts: Record<string, string>): string {
  const asUtc = Date.UTC(
    Number(parts.year),
    Number(parts.month) - 1,
    Number(parts.day),
    Number(parts.hour),
    Number(parts.minute),
    Number(parts.second),
  );
  const minutes = Math.round((asUtc - Math.floor(ms / 1000) * 1000) / 60_000);
  return `+${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** ISO 8601 with the offset of Europe/Berlin (api.md 2.5). */
export function berlinIso(ms: number): string {
  const p = berlinParts(ms);
  return `${p.year}-${p.month}-${p.day}T${p.hour}:${p.minute}:${p.second}${offsetText(ms, p)}`;
}

/** The Berlin day of a moment at 00:00, as ISO 8601 with offset. */
export function berlinMidnight(ms: number): string {
  const p = berlinParts(ms);
  const sinceMidnight = (Number(p.hour) * 3600 + Number(p.minute) * 60 + Number(p.second)) * 1000;
  const day = `${p.year}-${p.month}-${p.day}`;
  const guess = ms - sinceMidnight;
  const iso = [guess, guess - 3_600_000, guess + 3_600_000].map(berlinIso);
  return iso.find((each) => each.startsWith(`${day}T00:00`)) ?? berlinIso(guess);
}

/** Day as `dd.mm.yyyy`, as payment descriptions show it. */
export function germanDay(ms: number): string {
  const p = berlinParts(ms);
  return `${p.day}.${p.month}.${p.year}`;
}
