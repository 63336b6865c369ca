import "server-only";
import { redirect } from "next/navigation";
import type { Admin } from "@/lib/auth/admins";
import { mayAct } from "@/lib/auth/roles";
import { sessionAdmin } from "@/lib/auth/session-admin";

/** Who is signed in to the admin with the request's cookie, or null. */
export function currentAdmin(): Promise<Admin | null> {
  return sessionAdmin();
}

/** For pages: who is signed in; anyone else is sent to the login, and from there back to `path`. */
export async function requireAdmin(locale: string, path = "/admin"): Promise<Admin> {
  const admin = await currentAdmin();
  if (!admin) redirect(`/${locale}/admin/login?next=${encodeURIComponent(`/${locale}${path}`)}`);
  return admin;
}

/** For pages that only owners see; staff is sent to their own account, which says why. */
export async function requireOwner(locale: string, path: string): Promise<Admin> {
  const admin = await requireAdmin(locale, path);
  if (!mayAct(admin.role, "owner")) redirect(`/${locale}/admin/settings/account?only=owner`);
  return admin;
}
