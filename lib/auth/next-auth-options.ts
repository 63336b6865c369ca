import "server-only";
import type { AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { findAdminById } from "@/lib/auth/admins";
import { checkCode } from "@/lib/auth/check-code";
import { checkCredentials } from "@/lib/auth/credentials";
import { adminOfProfile, oidcProvider, oidcSettings } from "@/lib/auth/oidc";
import { needsSecondFactor } from "@/lib/auth/second-factor";
import { checkClaims, newClaims, sessionCookie, sessionLimits } from "@/lib/auth/session";
import { noteSignIn } from "@/lib/auth/sign-in";
import { loginThrottle } from "@/lib/auth/throttle";
import type { Context } from "@/lib/context";

class SessionEndedError extends Error {
  override name = "SessionEndedError";
}

/**
 * next-auth for this shop. Its `jwt` callback runs whenever a session is read and throws when the session is over:
 * next-auth then answers "no session" and clears the cookie.
 */
export function nextAuthOptions(ctx: Context, secret: string): AuthOptions {
  process.env.NEXTAUTH_URL ??= ctx.settings.appUrl;
  const oidc = oidcSettings();
  return {
    secret,
    session: { strategy: "jwt", maxAge: sessionLimits.idle },
    cookies: { sessionToken: sessionCookie(ctx.settings.appUrl) },
    pages: { signIn: "/admin/login", error: "/admin/login" },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: "email" }, password: { type: "password" }, code: { type: "text" } },
        authorize: async (input, request) => {
          const forwarded: unknown = request.headers?.["x-forwarded-for"];
          const address =
            (typeof forwarded === "string" ? (forwarded.split(",")[0] ?? "").trim() : "") || "unknown";
          const result = await checkCredentials(ctx.db, loginThrottle(), input, address);
          if (!result.ok) return null;
          const { admin } = result;
          const coded = needsSecondFactor(admin);
          if (coded && !(await checkCode(ctx, loginThrottle(), admin, input?.code ?? "", address)).ok)
            return null;
          await noteSignIn(ctx, admin, coded ? "password_and_code" : "password");
          return { id: admin.id, email: admin.email };
        },
      }),
      ...(oidc ? [oidcProvider(oidc)] : []),
    ],
    callbacks: {
      signIn: async ({ account, profile }) =>
        account?.provider === "oidc" ? (await adminOfProfile(ctx.db, profile)) !== null : true,
      jwt: async ({ token, user, account, profile }) => {
        if (user) {
          const byProvider = account?.provider === "oidc";
          const row = byProvider
            ? await adminOfProfile(ctx.db, profile)
            : await findAdminById(ctx.db, user.id);
          if (!row) throw new SessionEndedError();
          if (byProvider) await noteSignIn(ctx, row, "oidc");
          return newClaims(row, ctx.now());
        }
        const checked = await checkClaims(ctx.db, token, ctx.now());
        if (!checked) throw new SessionEndedError();
        return checked.claims;
      },
      // Only who it is: e-mail and role are read from the account's row each time.
      session: ({ session, token }) => Object.assign(session, { user: { id: token.sub } }),
    },
    logger: {
      error: (code, detail) => {
        if (detail instanceof SessionEndedError) return;
        ctx.log("warn", "next-auth", { code, error: detail instanceof Error ? detail.message : undefined });
      },
      warn: (code) => ctx.log("debug", "next-auth", { code }),
    },
  };
}
