import "server-only";
import { eq } from "drizzle-orm";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import { findAdminByEmail } from "@/lib/auth/admins";
import type { Db } from "@/lib/db/client";
import { type AdminUser, adminUsers } from "@/lib/db/schema";
import { env } from "@/lib/env";

const profileSchema = z.object({
  sub: z.string().min(1).max(255),
  email: z.email().max(254),
  /** Some providers write it as text. */
  email_verified: z.union([z.literal(true), z.literal("true")]),
});

type Profile = z.infer<typeof profileSchema>;

/** The OpenID provider of the environment, or null. */
export function oidcSettings(): { issuer: string; clientId: string; clientSecret: string } | null {
  const { KONTOR_OIDC_ISSUER, KONTOR_OIDC_CLIENT_ID, KONTOR_OIDC_CLIENT_SECRET } = env();
  if (!KONTOR_OIDC_ISSUER || !KONTOR_OIDC_CLIENT_ID || !KONTOR_OIDC_CLIENT_SECRET) return null;
  return {
    issuer: KONTOR_OIDC_ISSUER,
    clientId: KONTOR_OIDC_CLIENT_ID,
    clientSecret: KONTOR_OIDC_CLIENT_SECRET,
  };
}

/** next-auth's provider for it: code flow with PKCE, state and nonce; the id token is verified. */
export function oidcProvider(settings: NonNullable<ReturnType<typeof oidcSettings>>): OAuthConfig<Profile> {
  const { issuer, clientId, clientSecret } = settings;
  return {
    id: "oidc",
    name: "OpenID",
    type: "oauth",
    wellKnown: `${issuer.replace(/\/+$/, "")}/.well-known/openid-configuration`,
    issuer,
    clientId,
    clientSecret,
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    authorization: { params: { scope: "openid email" } },
    profile: (profile) => ({ id: profile.sub, email: profile.email }),
  };
}

/**
 * The account of somebody the provider vouches for: its address must be verified there and be an account here. The
 * first sign-in ties the two together; after that another person with the same address is refused.
 */
export async function adminOfProfile(db: Db, profile: unknown): Promise<AdminUser | null> {
  const parsed = profileSchema.safeParse(profile);
  if (!parsed.success) return null;
  const row = await findAdminByEmail(db, parsed.data.email);
  if (!row || row.disabledAt) return null;
  if (row.oidcSubject !== null) return row.oidcSubject === parsed.data.sub ? row : null;
  await db.update(adminUsers).set({ oidcSubject: parsed.data.sub }).where(eq(adminUsers.id, row.id));
  return row;
}
