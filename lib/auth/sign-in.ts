import "server-only";
import { eq } from "drizzle-orm";
import { findAdminByEmail } from "@/lib/auth/admins";
import { audit } from "@/lib/auth/audit";
import type { Context } from "@/lib/context";
import { type AdminUser, adminUsers } from "@/lib/db/schema";

/** How somebody proved who they are. */
type Proof = "password" | "password_and_code" | "oidc";

/** Notes that somebody signed in: at the account and in the audit log. */
export async function noteSignIn(ctx: Context, admin: AdminUser, how: Proof): Promise<void> {
  await ctx.db.update(adminUsers).set({ lastSignInAt: ctx.now() }).where(eq(adminUsers.id, admin.id));
  await audit(ctx, ctx.db, admin, { action: "session.sign_in", details: { how } });
}

/**
 * Notes a refused sign-in when the account exists. Call it after the answer is out: the time it takes must not tell
 * which accounts there are.
 */
export async function noteRefusedSignIn(ctx: Context, email: string, reason: string): Promise<void> {
  const admin = await findAdminByEmail(ctx.db, email.slice(0, 254));
  if (admin) await audit(ctx, ctx.db, admin, { action: "session.refused", details: { reason } });
}
