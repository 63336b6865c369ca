"use server";

import { redirect } from "next/navigation";
import { formLocale } from "@/lib/auth/admin-action";
import { revokeSessions } from "@/lib/auth/admins";
import { currentAdmin } from "@/lib/auth/current-admin";
import { endSession } from "@/lib/auth/session-cookie";
import { getContext } from "@/lib/runtime";

/** Ends the session of this browser. Harmless for anyone who has none. */
export async function signOutAction(form: FormData): Promise<void> {
  await endSession();
  redirect(`/${formLocale(form)}/admin/login`);
}

/** Ends the sessions of the signed-in person on every device. */
export async function signOutEverywhereAction(form: FormData): Promise<void> {
  const admin = await currentAdmin();
  if (admin) await revokeSessions((await getContext()).db, admin.id);
  await endSession();
  redirect(`/${formLocale(form)}/admin/login`);
}
