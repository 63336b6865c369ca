"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { formLocale } from "@/lib/auth/admin-action";
import { checkCode } from "@/lib/auth/check-code";
import { checkCredentials, clientAddress } from "@/lib/auth/credentials";
import { safeAdminPath } from "@/lib/auth/roles";
import { needsSecondFactor } from "@/lib/auth/second-factor";
import { beginSecondStep, endSecondStep, inSecondStep } from "@/lib/auth/second-step-cookie";
import { startSession } from "@/lib/auth/session-cookie";
import { noteRefusedSignIn, noteSignIn } from "@/lib/auth/sign-in";
import { loginThrottle } from "@/lib/auth/throttle";
import { messagesOf } from "@/lib/i18n/messages";
import { getContext } from "@/lib/runtime";

export type SignInState = { message: string; email: string } | null;

/** Signs a person in, or leads on to the second step, and then to where they wanted to go. Open to all: it is the door. */
export async function signInAction(_previous: SignInState, form: FormData): Promise<SignInState> {
  const locale = formLocale(form);
  const ctx = await getContext();
  const address = clientAddress(await headers());
  const result = await checkCredentials(ctx.db, loginThrottle(), Object.fromEntries(form), address);
  const next = safeAdminPath(textOf(form, "next"), locale);
  if (!result.ok) {
    const email = textOf(form, "email").slice(0, 254);
    ctx.log("warn", "admin sign-in refused", { reason: result.reason, address });
    after(() => noteRefusedSignIn(ctx, email, result.reason));
    return { message: messagesOf(locale).admin.login[result.reason], email };
  }
  if (needsSecondFactor(result.admin)) {
    await beginSecondStep(result.admin, ctx.now());
    redirect(`/${locale}/admin/login/code?next=${encodeURIComponent(next)}`);
  }
  await startSession(result.admin, ctx.now());
  await noteSignIn(ctx, result.admin, "password");
  redirect(next);
}

/** The second step: a code of the app, or a recovery code. Only for a browser that gave the right password just now. */
export async function secondStepAction(_previous: SignInState, form: FormData): Promise<SignInState> {
  const locale = formLocale(form);
  const ctx = await getContext();
  const admin = await inSecondStep(ctx);
  if (!admin) redirect(`/${locale}/admin/login`);
  const address = clientAddress(await headers());
  const result = await checkCode(ctx, loginThrottle(), admin, textOf(form, "oneTimeCode"), address);
  if (!result.ok) {
    after(() => noteRefusedSignIn(ctx, admin.email, result.reason));
    return { message: messagesOf(locale).admin.login[result.reason], email: "" };
  }
  await endSecondStep();
  await startSession(admin, ctx.now());
  await noteSignIn(ctx, admin, "password_and_code");
  redirect(safeAdminPath(textOf(form, "next"), locale));
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
