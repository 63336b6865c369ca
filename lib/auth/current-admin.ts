import "server-only";
import { redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { z } from "zod";
import { type Admin, findAdminById } from "@/lib/auth/admins";
import { nextAuthOptions } from "@/lib/auth/next-auth-options";
import { env } from "@/lib/env";
import { getContext } from "@/lib/runtime";

const sessionSchema = z.object({ user: z.object({ id: z.uuid() }) });

/** Who is signed in to the admin with the request's cookie, or null. */
export async function currentAdmin(): Promise<Admin | null> {
  const ctx = await getContext();
  const session: unknown = await getServerSession(nextAuthOptions(ctx, env().NEXTAUTH_SECRET));
  const parsed = sessionSchema.safeParse(session);
  if (!parsed.success) return null;
  const row = await findAdminById(ctx.db, parsed.data.user.id);
  return row && { id: row.id, email: row.email, role: row.role };
}

/** For pages: who is signed in; anyone else is sent to the login, and from there back to `path`. */
export async function requireAdmin(locale: string, path = "/admin"): Promise<Admin> {
  const admin = await currentAdmin();
  if (!admin) redirect(`/${locale}/admin/login?next=${encodeURIComponent(`/${locale}${path}`)}`);
  return admin;
}
