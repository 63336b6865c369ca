import type { AdminRole } from "@/lib/auth/admins";

/** Owners may do all; staff whatever asks for no role or for staff. */
export function mayAct(role: AdminRole, needed: AdminRole | undefined): boolean {
  return role === "owner" || needed !== "owner";
}

/** Where to go after the sign-in: only to pages of the admin, whatever the address says. */
export function safeAdminPath(path: string | null, locale: string): string {
  return path && /^\/(de|en)\/admin(\/[\w-]+)*$/.test(path) ? path : `/${locale}/admin`;
}
