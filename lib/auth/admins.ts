import "server-only";
import { eq, sql } from "drizzle-orm";
import { hashPassword } from "@/lib/auth/password";
import type { Context } from "@/lib/context";
import type { Db } from "@/lib/db/client";
import { type AdminUser, adminUsers } from "@/lib/db/schema";

export type AdminRole = AdminUser["role"];

/** The person behind a session. */
export type Admin = { id: string; email: string; role: AdminRole };

/** One spelling of an address for look-ups; PostgreSQL takes no null character. */
export function normalEmail(email: string): string {
  return email.replaceAll("\0", "").trim().toLowerCase();
}

export async function findAdminByEmail(db: Db, email: string): Promise<AdminUser | null> {
  const [row] = await db
    .select()
    .from(adminUsers)
    .where(eq(adminUsers.email, normalEmail(email)));
  return row ?? null;
}

export async function findAdminById(db: Db, id: string): Promise<AdminUser | null> {
  const [row] = await db.select().from(adminUsers).where(eq(adminUsers.id, id));
  return row ?? null;
}

/** Makes an admin, or refuses when the address has one already. */
export async function createAdmin(
  ctx: Pick<Context, "db" | "newId" | "now">,
  input: { email: string; password: string; role: AdminRole },
): Promise<{ ok: true } | { ok: false; reason: "exists" }> {
  const rows = await ctx.db
    .insert(adminUsers)
    .values({
      id: ctx.newId(),
      email: normalEmail(input.email),
      passwordHash: await hashPassword(input.password),
      role: input.role,
      createdAt: ctx.now(),
    })
    .onConflictDoNothing({ target: adminUsers.email })
    .returning({ id: adminUsers.id });
  return rows.length > 0 ? { ok: true } : { ok: false, reason: "exists" };
}

/** Sets a password and ends the account's sessions. */
export async function setPassword(db: Db, id: string, password: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  await db
    .update(adminUsers)
    .set({ passwordHash, sessionVersion: sql`${adminUsers.sessionVersion} + 1` })
    .where(eq(adminUsers.id, id));
}

/** Ends all sessions of an account, on every device. */
export async function revokeSessions(db: Db, id: string): Promise<void> {
  await db
    .update(adminUsers)
    .set({ sessionVersion: sql`${adminUsers.sessionVersion} + 1` })
    .where(eq(adminUsers.id, id));
}
