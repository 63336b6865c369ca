import "server-only";
import type { Admin, AdminRole } from "@/lib/auth/admins";
import { currentAdmin } from "@/lib/auth/current-admin";
import { mayAct } from "@/lib/auth/roles";
import { env } from "@/lib/env";

type Handler<C> = (request: Request, context: C, admin: Admin) => Promise<Response>;

/**
 * Wraps a route handler of the admin: checks the session and the role itself, and for anything but reading that the
 * request comes from the shop's own pages (route handlers get no origin check from the framework).
 */
export function adminRoute<C>(run: Handler<C>, options: { role?: AdminRole } = {}) {
  return async (request: Request, context: C): Promise<Response> => {
    if (request.method !== "GET" && request.headers.get("origin") !== new URL(env().APP_URL).origin)
      return refusal(403, "foreign_origin");
    const admin = await currentAdmin();
    if (!admin) return refusal(401, "not_signed_in");
    if (!mayAct(admin.role, options.role)) return refusal(403, "not_allowed");
    return run(request, context, admin);
  };
}

function refusal(status: number, reason: string): Response {
  return Response.json({ ok: false, reason }, { status, headers: { "cache-control": "no-store" } });
}
