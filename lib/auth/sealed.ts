import "server-only";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import type { AdminUser } from "@/lib/db/schema";

/** What a sealed note may be used for; one made for another purpose cannot be opened. */
type Purpose = "second-factor" | "set-password";

/** Seconds a note is good for. */
export const sealedFor: Record<Purpose, number> = {
  "second-factor": 5 * 60,
  "set-password": 3 * 24 * 60 * 60,
};

const noteSchema = z.object({ sub: z.uuid(), version: z.number().int(), until: z.number().int() });

/**
 * An encrypted note about an account that a browser keeps for us. It is void once the account's sessions are ended or
 * its password is set, so one for setting a password works only once.
 */
export function seal(
  purpose: Purpose,
  admin: Pick<AdminUser, "id" | "sessionVersion">,
  now: Date,
  secret: string,
): Promise<string> {
  const until = Math.floor(now.getTime() / 1000) + sealedFor[purpose];
  return encode({
    token: { sub: admin.id, version: admin.sessionVersion, until },
    secret,
    salt: purpose,
    maxAge: 30 * 24 * 60 * 60,
  });
}

/** Whose note this is; null when it is not ours, too old or for something else. Compare `version` with the account's. */
export async function unseal(
  purpose: Purpose,
  text: string,
  now: Date,
  secret: string,
): Promise<{ id: string; version: number } | null> {
  try {
    const parsed = noteSchema.safeParse(await decode({ token: text, secret, salt: purpose }));
    if (!parsed.success || parsed.data.until * 1000 <= now.getTime()) return null;
    return { id: parsed.data.sub, version: parsed.data.version };
  } catch {
    return null;
  }
}
