import "server-only";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { type AdminRole, createAdmin, findAdminByEmail, findAdminById } from "@/lib/auth/admins";
import { seal } from "@/lib/auth/sealed";
import type { Context } from "@/lib/context";
import type { Db, Tx } from "@/lib/db/client";
import { type AdminUser, adminUsers } from "@/lib/db/schema";

export type ListedUser = Pick<
  AdminUser,
  "id" | "email" | "role" | "createdAt" | "lastSignInAt" | "disabledAt" | "totpConfirmedAt"
>;

/** The accounts of the admin, oldest first. */
export async function listUsers(db: Db): Promise<ListedUser[]> {
  const rows = await db
    .select()
    .from(adminUsers)
    .orderBy(asc(adminUsers.createdAt), asc(adminUsers.id))
    .limit(500);
  return rows.map(({ id, email, role, createdAt, lastSignInAt, disabledAt, totpConfirmedAt }) => ({
    id,
    email,
    role,
    createdAt,
    lastSignInAt,
    disabledAt,
    totpConfirmedAt,
  }));
}

type Made = { ok: true; id: string; link: string } | { ok: false; reason: "user_exists" | "user_gone" };

/** Makes an account whose password nobody knows, and the link by which the person sets one. */
export async function inviteUser(
  ctx: Context,
  input: { email: string; role: AdminRole },
  around: { secret: string; locale: string },
): Promise<Made> {
  const made = await createAdmin(ctx, { ...input, password: ctx.newToken() + ctx.newToken() });
  const row = made.ok ? await findAdminByEmail(ctx.db, input.email) : null;
  return row
    ? { ok: true, id: row.id, link: await linkFor(ctx, row, around) }
    : { ok: false, reason: "user_exists" };
}

/** A link by which somebody sets a password: good for three days, once. The one before it stays good too until then. */
export async function passwordLink(
  ctx: Context,
  id: string,
  around: { secret: string; locale: string },
): Promise<Made> {
  const row = await findAdminById(ctx.db, id);
  if (!row || row.disabledAt) return { ok: false, reason: "user_gone" };
  return { ok: true, id, link: await linkFor(ctx, row, around) };
}

async function linkFor(ctx: Context, row: AdminUser, { secret, locale }: { secret: string; locale: string }) {
  const token = await seal("set-password", row, ctx.now(), secret);
  return `${ctx.settings.appUrl}/${locale}/admin/login/password?token=${token}`;
}

type Changed = { ok: true } | { ok: false; reason: "user_gone" | "own_account" | "last_owner" };

/** What an owner may change at another account. Both end its sessions. */
export type UserChange = { role: AdminRole } | { disabled: boolean };

/**
 * Changes another account; one's own is refused, so that nobody locks themselves out. The owners' rows are locked, so
 * that two owners who change each other at once still leave one.
 */
export async function changeUser(
  ctx: Pick<Context, "db" | "now">,
  by: { id: string },
  id: string,
  change: UserChange,
): Promise<Changed> {
  if (by.id === id) return { ok: false, reason: "own_account" };
  return ctx.db.transaction(async (tx) => {
    const owners = await activeOwners(tx);
    const [row] = await tx.select().from(adminUsers).where(eq(adminUsers.id, id)).for("update");
    if (!row) return { ok: false, reason: "user_gone" };
    const losesOwner = "role" in change ? change.role !== "owner" : change.disabled;
    if (losesOwner && owners.every((owner) => owner.id === id)) return { ok: false, reason: "last_owner" };
    await tx
      .update(adminUsers)
      .set({
        ...("role" in change ? { role: change.role } : { disabledAt: change.disabled ? ctx.now() : null }),
        sessionVersion: sql`${adminUsers.sessionVersion} + 1`,
      })
      .where(eq(adminUsers.id, id));
    return { ok: true };
  });
}

function activeOwners(tx: Tx) {
  return tx
    .select({ id: adminUsers.id })
    .from(adminUsers)
    .where(and(eq(adminUsers.role, "owner"), isNull(adminUsers.disabledAt)))
    .orderBy(asc(adminUsers.id))
    .for("update");
}
