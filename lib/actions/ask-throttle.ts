import "server-only";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { taken } from "@/lib/auth/throttle";

const window = 15 * 60;

/** How often anyone may use a form that sends mail, in 15 minutes. */
export const askLimits = { recipient: 5, address: 20, everybody: 300 } as const;

export type AskThrottle = {
  /** Counts one try. Answers false when there were too many for this mailbox or from this address. */
  allow: (email: string, address: string) => Promise<boolean>;
};

/**
 * Counts what is sent per mailbox, so that nobody's is filled, and per address it comes from. Where no proxy notes that
 * address it is "unknown" for all, and they share a larger number.
 */
export function createAskThrottle(): AskThrottle {
  const recipient = new RateLimiterMemory({ points: askLimits.recipient, duration: window });
  const address = new RateLimiterMemory({ points: askLimits.address, duration: window });
  const everybody = new RateLimiterMemory({ points: askLimits.everybody, duration: window });
  return {
    allow: async (email, from) =>
      (await taken(from === "unknown" ? everybody : address, from)) &&
      (await taken(recipient, email.trim().toLowerCase())),
  };
}

declare global {
  var kontorAskThrottles: Map<string, AskThrottle> | undefined;
}

/** The throttle of one form in this process. Global, because pages and actions are bundled separately. */
export function askThrottle(form: "withdrawal" | "find-order"): AskThrottle {
  globalThis.kontorAskThrottles ??= new Map();
  const known = globalThis.kontorAskThrottles.get(form) ?? createAskThrottle();
  globalThis.kontorAskThrottles.set(form, known);
  return known;
}
