import "server-only";
import type { AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { findAdminById } from "@/lib/auth/admins";
import { checkCredentials } from "@/lib/auth/credentials";
import { checkClaims, newClaims, sessionCookie, sessionLimits } from "@/lib/auth/session";
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
  return {
    secret,
    session: { strategy: "jwt", maxAge: sessionLimits.idle },
    cookies: { sessionToken: sessionCookie(ctx.settings.appUrl) },
    pages: { signIn: "/admin/login", error: "/admin/login" },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: async (input, request) => {
          const forwarded: unknown = request.headers?.["x-forwarded-for"];
          const address = typeof forwarded === "string" ? (forwarded.split(",")[0] ?? "").trim() : "";
          const result = await checkCredentials(ctx.db, loginThrottle(), input, address || "unknown");
          return result.ok ? { id: result.admin.id, email: result.admin.email } : null;
        },
      }),
    ],
    callbacks: {
      jwt: async ({ token, user }) => {
        if (user) {
          const row = await findAdminById(ctx.db, user.id);
          if (!row) throw new SessionEndedError();
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
