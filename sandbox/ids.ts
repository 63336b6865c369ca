import { randomBytes, randomInt } from "node:crypto";

const UPPER = "0123456789ABCDEFGHJKMNOPQRSTUVWXYZ";
const LOWER = "abcdefghijklmnopqrstuvwxyz";
const LOWER_DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789";
const HEX = "0123456789abcdef";

/** Whole random number from 0 to max - 1. */
export type RandomInt = (max: number) => number;

export const secureRandom: RandomInt = (max) => randomInt(max);

/** A repeatable source for tests (mulberry32). */
export function seededRandom(seed: number): RandomInt {
  let state = seed >>> 0;
  return (max) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * max);
  };
}

export type IdPrefix = "STX" | "PCI" | "PCU" | "PCT" | "GCR" | "MRC" | "DUP" | "TRF";

/** Makes ids of the forms of api.md 2.4; server-made ids avoid I and L. */
export interface Ids {
  object(prefix: IdPrefix): string;
  hash(): string;
  event(): string;
  support(): string;
  token(): string;
  pickUpCode(): string;
}

export function createIds(random?: RandomInt): Ids {
  const text = (alphabet: string, length: number): string => {
    let out = "";
    if (random) {
      for (let i = 0; i < length; i += 1) out += alphabet.charAt(random(alphabet.length));
      return out;
    }
    const bytes = randomBytes(length);
    for (const byte of bytes) out += alphabet.charAt(byte % alphabet.length);
    return out;
  };
  const next = random ?? secureRandom;
  return {
    object: (prefix) => `${prefix}_${2 + next(2)}${text(UPPER, 29)}`,
    hash: () => `${text(LOWER, 12)}${11_000_000 + next(999_999)}`,
    event: () => `evt_${text(HEX, 32)}`,
    support: () => text(HEX, 32),
    token: () => text(LOWER_DIGITS, 26),
    pickUpCode: () => String(1000 + next(9000)),
  };
}
