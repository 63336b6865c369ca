import "server-only";
import { cookies } from "next/headers";
import { findAdminById } from "@/lib/auth/admins";
import { seal, sealedFor, unseal } from "@/lib/auth/sealed";
import type { Context } from "@/lib/context";
import type { AdminUser } from "@/lib/db/schema";
import { env } from "@/lib/env";

const name = "kontor-second-step";

/** Remembers for five minutes that this browser gave the right password. For server actions. */
export async function beginSecondStep(admin: AdminUser, now: Date): Promise<void> {
  const { NEXTAUTH_SECRET, APP_URL } = env();
  (await cookies()).set(name, await seal("second-factor", admin, now, NEXTAUTH_SECRET), {
    httpOnly: true,
    sameSite: "strict",
    path: "/",
    secure: APP_URL.startsWith("https:"),
    maxAge: sealedFor["second-factor"],
  });
}

/** Who gave the right password in this browser and still owes a code; null when nobody does. */
export async function inSecondStep({ db, now }: Pick<Context, "db" | "now">): Promise<AdminUser | null> {
  const text = (await cookies()).get(name)?.value;
  const note = text ? await unseal("second-factor", text, now(), env().NEXTAUTH_SECRET) : null;
  const admin = note ? await findAdminById(db, note.id) : null;
  return admin && !admin.disabledAt && admin.sessionVersion === note?.version ? admin : null;
}

/** For server actions. */
export async function endSecondStep(): Promise<void> {
  (await cookies()).delete(name);
}
