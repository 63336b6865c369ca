import "server-only";
import { hash, verify } from "@node-rs/argon2";

export const passwordLength = { min: 12, max: 200 } as const;

/** OWASP's argon2id parameters; the package's default algorithm is argon2id. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let decoy: Promise<string> | undefined;

/** Hashes a password with argon2id. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/**
 * Checks a password against a hash. Without a hash (unknown account) it does the same work against a decoy and
 * answers false, so that the time taken does not tell which accounts exist.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("no account has this password");
  const matches = await verify(passwordHash ?? (await decoy), password);
  return matches && passwordHash !== null;
}

/** What is wrong with a password somebody chose, or null. Length is what counts; nothing else is asked of it. */
export function newPasswordProblem(password: string, repeated: string): "short" | "long" | "differ" | null {
  if (password.length < passwordLength.min) return "short";
  if (password.length > passwordLength.max) return "long";
  return password === repeated ? null : "differ";
}
