import "server-only";
import { RateLimiterMemory } from "rate-limiter-flexible";

const window = 15 * 60;

/** How many sign-ins may be tried in 15 minutes. */
export const loginLimits = { accountAndAddress: 5, account: 10, address: 20 } as const;

export type LoginThrottle = {
  /** Counts one try. Answers false when there were too many, whatever the password is. */
  allow: (email: string, address: string) => Promise<boolean>;
  /** After a right password: forgets the tries of the account, and the one try at the address, for it was none. */
  forget: (email: string, address: string) => Promise<void>;
};

/**
 * Counts sign-ins per account and address. The account alone is counted too, with more room: an address can be
 * forged where no proxy overwrites it. Tries are counted before the password is checked, so parallel ones count.
 */
export function createLoginThrottle(): LoginThrottle {
  const pair = new RateLimiterMemory({ points: loginLimits.accountAndAddress, duration: window });
  const account = new RateLimiterMemory({ points: loginLimits.account, duration: window });
  const address = new RateLimiterMemory({ points: loginLimits.address, duration: window });
  const pairKey = (email: string, from: string) => JSON.stringify([email, from]);
  return {
    allow: async (email, from) =>
      (await taken(pair, pairKey(email, from))) &&
      (await taken(address, from)) &&
      (await taken(account, email)),
    forget: async (email, from) => {
      await Promise.all([pair.delete(pairKey(email, from)), account.delete(email), address.reward(from)]);
    },
  };
}

/** Counts one try and answers whether there was still room for it. */
export async function taken(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  try {
    await limiter.consume(key);
    return true;
  } catch (refusal) {
    if (isRefusal(refusal)) return false;
    throw refusal;
  }
}

/** By shape: the bundler may give routes and actions a copy of the package each, so `instanceof` would not hold. */
function isRefusal(thrown: unknown): boolean {
  return typeof thrown === "object" && thrown !== null && "msBeforeNext" in thrown;
}

declare global {
  var kontorLoginThrottle: LoginThrottle | undefined;
}

/** The throttle of this process. Global, because routes and actions are bundled separately. */
export function loginThrottle(): LoginThrottle {
  globalThis.kontorLoginThrottle ??= createLoginThrottle();
  return globalThis.kontorLoginThrottle;
}
