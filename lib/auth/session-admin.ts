import "server-only";
import { getServerSession } from "next-auth";
import { z } from "zod";
import { type Admin, findAdminById } from "@/lib/auth/admins";
import { nextAuthOptions } from "@/lib/auth/next-auth-options";
import { env } from "@/lib/env";
import { getContext } from "@/lib/runtime";

const sessionSchema = z.object({ user: z.object({ id: z.uuid() }) });

/** Reads the session of the request's cookie; the role is the one the account has now. */
export async function sessionAdmin(): Promise<Admin | null> {
  const ctx = await getContext();
  const session: unknown = await getServerSession(nextAuthOptions(ctx, env().NEXTAUTH_SECRET));
  const parsed = sessionSchema.safeParse(session);
  if (!parsed.success) return null;
  const row = await findAdminById(ctx.db, parsed.data.user.id);
  return row && !row.disabledAt ? { id: row.id, email: row.email, role: row.role } : null;
}
