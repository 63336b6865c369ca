import "server-only";
import { createAdmin, findAdminByEmail, setPassword } from "@/lib/auth/admins";
import { verifyPassword } from "@/lib/auth/password";
import type { Context } from "@/lib/context";

export const demoEmail = "demo@kontor.example";

/** Sees to it that the demo login exists with this password. Only for demo mode; a running session survives a restart. */
export async function ensureDemoAdmin(
  ctx: Pick<Context, "db" | "newId" | "now">,
  password: string,
): Promise<void> {
  const made = await createAdmin(ctx, { email: demoEmail, password, role: "owner" });
  if (made.ok) return;
  const row = await findAdminByEmail(ctx.db, demoEmail);
  if (row && !(await verifyPassword(row.passwordHash, password))) await setPassword(ctx.db, row.id, password);
}
