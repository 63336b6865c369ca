"use server";

import { headers } from "next/headers";
import { z } from "zod";
import { type AdminOutcome, adminAction } from "@/lib/auth/admin-action";
import { findAdminById, setPassword } from "@/lib/auth/admins";
import { checkCode } from "@/lib/auth/check-code";
import { clientAddress } from "@/lib/auth/credentials";
import { newPasswordProblem, verifyPassword } from "@/lib/auth/password";
import { beginTotp, confirmTotp, removeTotp } from "@/lib/auth/second-factor";
import { endSession, startSession } from "@/lib/auth/session-cookie";
import { loginThrottle } from "@/lib/auth/throttle";
import { translator } from "@/lib/i18n/messages";

const code = z.object({ oneTimeCode: z.string().trim().min(1, "required").max(50, "too_long") });

const at = (field: string, text: string): AdminOutcome => ({
  ok: false,
  reason: "fields",
  fields: { [field]: text },
});

/** Sets the signed-in person's password; all sessions but this one end. */
export const changePasswordAction = adminAction(
  z.object({
    currentPassword: z.string().min(1, "required").max(200, "long"),
    password: z.string().min(1, "required"),
    repeatPassword: z.string(),
  }),
  async ({ currentPassword, password, repeatPassword }, { admin, ctx, locale }) => {
    const t = translator(locale, "settings");
    const from = clientAddress(await headers());
    const counted = `password of ${admin.email}`;
    if (!(await loginThrottle().allow(counted, from))) return { ok: false, reason: "too_many_tries" };
    const row = await findAdminById(ctx.db, admin.id);
    if (!row || !(await verifyPassword(row.passwordHash, currentPassword)))
      return at("currentPassword", t("password.wrong"));
    await loginThrottle().forget(counted, from);
    const problem = newPasswordProblem(password, repeatPassword);
    if (problem) return at(problem === "differ" ? "repeatPassword" : "password", t(`password.${problem}`));
    await setPassword(ctx.db, admin.id, password);
    await startSession({ ...row, sessionVersion: row.sessionVersion + 1 }, ctx.now());
    return { ok: true, done: "password_changed" };
  },
  { action: "account.password" },
);

/** Prepares a second factor for the signed-in person; the page then shows the picture for the app. */
export const beginFactorAction = adminAction(
  z.object({}),
  async (_, { admin, ctx }) => {
    await beginTotp(ctx, admin.id);
    return { ok: true, done: "factor_begun" };
  },
  { action: "account.factor_begin" },
);

/** Puts the second factor in force and shows the recovery codes this once. */
export const confirmFactorAction = adminAction(
  code,
  async ({ oneTimeCode }, { admin, ctx, locale }) => {
    const codes = await confirmTotp(ctx, admin.id, oneTimeCode);
    if (!codes) return at("oneTimeCode", translator(locale, "settings")("factor.wrong"));
    return { ok: true, done: "factor_on", reveal: codes };
  },
  { action: "account.factor_on" },
);

/** Takes the second factor off, for a code of it; all sessions end. */
export const removeFactorAction = adminAction(
  code,
  async ({ oneTimeCode }, { admin, ctx, locale }) => {
    const from = clientAddress(await headers());
    const result = await checkCode(ctx, loginThrottle(), admin, oneTimeCode, from);
    if (!result.ok && result.reason === "too_many_tries") return { ok: false, reason: "too_many_tries" };
    if (!result.ok) return at("oneTimeCode", translator(locale, "settings")("factor.wrong"));
    await removeTotp(ctx, admin.id);
    await endSession();
    return { ok: true, done: "settings_saved", goTo: "/admin/login" };
  },
  { action: "account.factor_off" },
);
