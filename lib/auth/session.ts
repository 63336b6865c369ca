import "server-only";
import { z } from "zod";
import { type Admin, findAdminById } from "@/lib/auth/admins";
import type { Db } from "@/lib/db/client";
import type { AdminUser } from "@/lib/db/schema";

/** Seconds. A session ends 8 hours after the sign-in and after an hour without a page. */
export const sessionLimits = { absolute: 8 * 60 * 60, idle: 60 * 60 } as const;

const claimsSchema = z.object({
  sub: z.uuid(),
  version: z.number().int(),
  signedInAt: z.number().int(),
  seenAt: z.number().int(),
});

/** What the session cookie says, encrypted and signed by next-auth. Times are seconds since 1970. */
export type SessionClaims = z.infer<typeof claimsSchema>;

/** Claims of a session that begins now. */
export function newClaims(admin: AdminUser, now: Date): SessionClaims {
  const at = seconds(now);
  return { sub: admin.id, version: admin.sessionVersion, signedInAt: at, seenAt: at };
}

/**
 * Checks a session against its limits and the account's row, so that it can be ended on the server.
 * Answers the person with the role the row has now, and the claims to go on with; null when the session is over.
 */
export async function checkClaims(
  db: Db,
  token: unknown,
  now: Date,
): Promise<{ admin: Admin; claims: SessionClaims } | null> {
  const parsed = claimsSchema.safeParse(token);
  if (!parsed.success) return null;
  const claims = parsed.data;
  const at = seconds(now);
  if (at - claims.signedInAt >= sessionLimits.absolute || at - claims.seenAt >= sessionLimits.idle)
    return null;
  const row = await findAdminById(db, claims.sub);
  if (!row || row.disabledAt || row.sessionVersion !== claims.version) return null;
  return { admin: { id: row.id, email: row.email, role: row.role }, claims: { ...claims, seenAt: at } };
}

/** The session cookie. Lax: a link from a mail into the admin keeps the session, a foreign form does not carry it. */
export function sessionCookie(appUrl: string) {
  const secure = appUrl.startsWith("https:");
  return {
    name: secure ? "__Host-kontor-admin" : "kontor-admin",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure },
  } as const;
}

function seconds(at: Date): number {
  return Math.floor(at.getTime() / 1000);
}
