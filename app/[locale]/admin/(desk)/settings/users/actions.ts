"use server";

import { z } from "zod";
import { type AdminOutcome, adminAction } from "@/lib/auth/admin-action";
import { findAdminById, normalEmail } from "@/lib/auth/admins";
import { removeTotp } from "@/lib/auth/second-factor";
import { changeUser, inviteUser, passwordLink } from "@/lib/auth/users";
import { env } from "@/lib/env";

const role = z.enum(["owner", "staff"], "choose");
const userTarget = ({ userId }: { userId: string }) => ({ kind: "user", id: userId });
const oneUser = z.object({ userId: z.uuid() });

/** Makes an account for somebody and shows the link by which they set their password. */
export const inviteAction = adminAction(
  z.object({
    email: z.string().trim().min(1, "required").max(254, "long").pipe(z.email("email_form")),
    role,
  }),
  async ({ email, role }, { ctx, locale }) => {
    const around = { secret: env().NEXTAUTH_SECRET, locale };
    const made = await inviteUser(ctx, { email: normalEmail(email), role }, around);
    if (!made.ok) return made;
    return { ok: true, done: "user_invited", reveal: [made.link], target: { kind: "user", id: made.id } };
  },
  { role: "owner", action: "user.invite" },
);

/** Gives another account a role. */
export const changeRoleAction = adminAction(
  z.object({ userId: z.uuid(), role }),
  async ({ userId, role }, { admin, ctx }) => changed(await changeUser(ctx, admin, userId, { role })),
  { role: "owner", action: "user.role", target: userTarget },
);

/** Keeps another account from signing in, at once. */
export const disableAction = adminAction(
  oneUser,
  async ({ userId }, { admin, ctx }) => changed(await changeUser(ctx, admin, userId, { disabled: true })),
  { role: "owner", action: "user.disable", target: userTarget },
);

/** Lets a disabled account sign in again. */
export const enableAction = adminAction(
  oneUser,
  async ({ userId }, { admin, ctx }) => changed(await changeUser(ctx, admin, userId, { disabled: false })),
  { role: "owner", action: "user.enable", target: userTarget },
);

/** Shows a link by which another person sets a new password. */
export const passwordLinkAction = adminAction(
  oneUser,
  async ({ userId }, { admin, ctx, locale }) => {
    if (userId === admin.id) return { ok: false, reason: "own_account" };
    const made = await passwordLink(ctx, userId, { secret: env().NEXTAUTH_SECRET, locale });
    return made.ok ? { ok: true, done: "password_link", reveal: [made.link] } : made;
  },
  { role: "owner", action: "user.password_link", target: userTarget },
);

/** Takes the second factor off another account, for somebody who lost phone and codes. */
export const resetFactorAction = adminAction(
  oneUser,
  async ({ userId }, { admin, ctx }) => {
    if (userId === admin.id) return { ok: false, reason: "own_account" };
    if (!(await findAdminById(ctx.db, userId))) return { ok: false, reason: "user_gone" };
    await removeTotp(ctx, userId);
    return { ok: true, done: "user_changed" };
  },
  { role: "owner", action: "user.reset_factor", target: userTarget },
);

function changed(result: Awaited<ReturnType<typeof changeUser>>): AdminOutcome {
  return result.ok ? { ok: true, done: "user_changed" } : result;
}
