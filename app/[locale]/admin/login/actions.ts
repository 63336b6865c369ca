"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { formLocale } from "@/lib/auth/admin-action";
import { checkCredentials, clientAddress } from "@/lib/auth/credentials";
import { safeAdminPath } from "@/lib/auth/roles";
import { startSession } from "@/lib/auth/session-cookie";
import { loginThrottle } from "@/lib/auth/throttle";
import { messagesOf } from "@/lib/i18n/messages";
import { getContext } from "@/lib/runtime";

export type SignInState = { message: string; email: string } | null;

/** Signs a person in and leads them to where they wanted to go. Open to all: it is the door. */
export async function signInAction(_previous: SignInState, form: FormData): Promise<SignInState> {
  const locale = formLocale(form);
  const ctx = await getContext();
  const address = clientAddress(await headers());
  const result = await checkCredentials(ctx.db, loginThrottle(), Object.fromEntries(form), address);
  if (!result.ok) {
    ctx.log("warn", "admin sign-in refused", { reason: result.reason, address });
    const email = form.get("email");
    return {
      message: messagesOf(locale).admin.login[result.reason],
      email: typeof email === "string" ? email.slice(0, 254) : "",
    };
  }
  await startSession(result.admin, ctx.now());
  ctx.log("info", "admin signed in", { adminId: result.admin.id });
  const next = form.get("next");
  redirect(safeAdminPath(typeof next === "string" ? next : null, locale));
}
