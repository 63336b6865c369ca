import "server-only";
import { cookies } from "next/headers";
import { encode } from "next-auth/jwt";
import { newClaims, sessionCookie, sessionLimits } from "@/lib/auth/session";
import type { AdminUser } from "@/lib/db/schema";
import { env } from "@/lib/env";

/** Signs a person in: writes the cookie that next-auth reads. For server actions. */
export async function startSession(admin: AdminUser, now: Date): Promise<void> {
  const { NEXTAUTH_SECRET, APP_URL } = env();
  const token = await encode({
    token: newClaims(admin, now),
    secret: NEXTAUTH_SECRET,
    maxAge: sessionLimits.idle,
  });
  const { name, options } = sessionCookie(APP_URL);
  (await cookies()).set(name, token, { ...options, maxAge: sessionLimits.idle });
}

/** Takes the cookie back. For server actions. */
export async function endSession(): Promise<void> {
  const { name, options } = sessionCookie(env().APP_URL);
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}
