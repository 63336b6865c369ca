import { createHash } from "node:crypto";
import { generateSecret, generateURI, verify } from "otplib";

const period = 30;
const alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** A fresh secret for an authenticator app: 160 bits, base32. */
export function newTotpSecret(): string {
  return generateSecret();
}

/** What an authenticator app reads from the picture or the link. */
export function totpAddress(secret: string, email: string, issuer: string): string {
  return generateURI({ issuer, label: email, secret });
}

/**
 * The time step a code belongs to, or null when it is wrong. A code of the step before or after is taken too, since
 * clocks differ; never one of `after` or before, so that a code works only once.
 */
export async function totpStep(
  secret: string,
  code: string,
  now: Date,
  after: number | null,
): Promise<number | null> {
  const token = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(token)) return null;
  const epoch = Math.floor(now.getTime() / 1000);
  // The library refuses a last step beyond its own window as a mistake; here that is a clock that was set back.
  if (after !== null && after > Math.floor(epoch / period) + 1) return null;
  const result = await verify({
    secret,
    token,
    epoch,
    epochTolerance: period,
    ...(after === null ? {} : { afterTimeStep: after }),
  });
  return result.valid && "timeStep" in result ? result.timeStep : null;
}

/** Ten codes for the day the phone is lost, 80 bits each, written in groups of four. */
export function newRecoveryCodes(newToken: () => string): string[] {
  return Array.from({ length: 10 }, () => {
    const bytes = createHash("sha256").update(newToken()).digest().subarray(0, 16);
    const letters = [...bytes].map((byte) => alphabet[byte % alphabet.length]).join("");
    return (letters.match(/.{4}/g) ?? []).join("-");
  });
}

/** What is kept of a recovery code. It has 80 random bits, so one round of hashing is enough. */
export function recoveryHash(code: string): string {
  const plain = code.toUpperCase().replace(/[^A-Z0-9]/g, "");
  return createHash("sha256").update(plain).digest("hex");
}
