import { createHash } from "node:crypto";

/** How long somebody is remembered after their last order. */
export const keptForDays = 365;

/** The database holds only this of a device's token: who reads it cannot pass for the customer. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Reads what a cookie held; null for anything that cannot be a token. */
export function deviceToken(value: string | undefined): { token: string; hash: string } | null {
  return value && /^[\w-]{20,64}$/.test(value) ? { token: value, hash: tokenHash(value) } : null;
}
