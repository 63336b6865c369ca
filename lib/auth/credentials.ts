import "server-only";
import { z } from "zod";
import { findAdminByEmail, normalEmail } from "@/lib/auth/admins";
import { passwordLength, verifyPassword } from "@/lib/auth/password";
import type { LoginThrottle } from "@/lib/auth/throttle";
import type { Db } from "@/lib/db/client";
import type { AdminUser } from "@/lib/db/schema";

const schema = z.object({
  email: z.string().trim().min(1).max(254),
  password: z.string().min(1).max(passwordLength.max),
});

export type CredentialsResult =
  | { ok: true; admin: AdminUser }
  | { ok: false; reason: "wrong_credentials" | "too_many_tries" };

/** Checks e-mail and password. The refusal never tells which of the two was wrong or whether the account exists. */
export async function checkCredentials(
  db: Db,
  throttle: LoginThrottle,
  input: unknown,
  address: string,
): Promise<CredentialsResult> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) return { ok: false, reason: "wrong_credentials" };
  const email = normalEmail(parsed.data.email);
  if (!(await throttle.allow(email, address))) return { ok: false, reason: "too_many_tries" };
  const admin = await findAdminByEmail(db, email);
  const right = await verifyPassword(admin?.passwordHash ?? null, parsed.data.password);
  if (!admin || !right || admin.disabledAt) return { ok: false, reason: "wrong_credentials" };
  await throttle.forget(email, address);
  return { ok: true, admin };
}

/** Where a request came from, for counting only: the first entry a proxy noted. */
export function clientAddress(headers: { get: (name: string) => string | null }): string {
  return headers.get("x-forwarded-for")?.split(",")[0]?.trim().slice(0, 64) || "unknown";
}
