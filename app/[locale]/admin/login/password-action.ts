"use server";

import { redirect } from "next/navigation";
import { formLocale } from "@/lib/auth/admin-action";
import { findAdminById, setPassword } from "@/lib/auth/admins";
import { audit } from "@/lib/auth/audit";
import { newPasswordProblem } from "@/lib/auth/password";
import { unseal } from "@/lib/auth/sealed";
import { env } from "@/lib/env";
import { translator } from "@/lib/i18n/messages";
import { getContext } from "@/lib/runtime";

export type SetPasswordState = { message: string } | null;

/** Sets the password of the account whose link this is. Open to all: the link is the proof, and it works once. */
export async function setPasswordAction(
  _previous: SetPasswordState,
  form: FormData,
): Promise<SetPasswordState> {
  const locale = formLocale(form);
  const t = translator(locale, "settings");
  const ctx = await getContext();
  const note = await unseal("set-password", String(form.get("token")), ctx.now(), env().NEXTAUTH_SECRET);
  const admin = note ? await findAdminById(ctx.db, note.id) : null;
  if (!admin || admin.disabledAt || admin.sessionVersion !== note?.version)
    return { message: t("setPassword.void") };
  const problem = newPasswordProblem(String(form.get("password")), String(form.get("repeatPassword")));
  if (problem) return { message: t(`password.${problem}`) };
  await setPassword(ctx.db, admin.id, String(form.get("password")));
  await audit(ctx, ctx.db, admin, { action: "session.password_set" });
  redirect(`/${locale}/admin/login?notice=password_set`);
}
