import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { newRecoveryCodes, newTotpSecret, recoveryHash, totpStep } from "@/lib/auth/totp";
import type { Context } from "@/lib/context";
import { type AdminUser, adminUsers } from "@/lib/db/schema";

type Around = Pick<Context, "db" | "now">;

/** Whether a sign-in of this account needs a code after the password. */
export function needsSecondFactor(admin: Pick<AdminUser, "totpConfirmedAt">): boolean {
  return admin.totpConfirmedAt !== null;
}

/** Prepares the second factor; it is not in force before a code of it was confirmed. */
export async function beginTotp({ db }: Pick<Context, "db">, id: string): Promise<void> {
  await db
    .update(adminUsers)
    .set({ totpSecret: newTotpSecret() })
    .where(and(eq(adminUsers.id, id), isNull(adminUsers.totpConfirmedAt)));
}

/** Puts the second factor in force. Answers the recovery codes, which are shown this once; null for a wrong code. */
export async function confirmTotp(
  ctx: Around & Pick<Context, "newToken">,
  id: string,
  code: string,
): Promise<string[] | null> {
  return ctx.db.transaction(async (tx) => {
    const [row] = await tx.select().from(adminUsers).where(eq(adminUsers.id, id)).for("update");
    if (!row?.totpSecret || row.totpConfirmedAt) return null;
    const step = await totpStep(row.totpSecret, code, ctx.now(), null);
    if (step === null) return null;
    const codes = newRecoveryCodes(ctx.newToken);
    await tx
      .update(adminUsers)
      .set({ totpConfirmedAt: ctx.now(), totpLastStep: step, recoveryCodes: codes.map(recoveryHash) })
      .where(eq(adminUsers.id, id));
    return codes;
  });
}

/**
 * Checks a code of the app or a recovery code, and uses it up: the same one is refused the next time, also when two
 * requests bring it at once.
 */
export async function spendSecondFactor(ctx: Around, id: string, code: string): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    const [row] = await tx.select().from(adminUsers).where(eq(adminUsers.id, id)).for("update");
    if (!row?.totpSecret || !row.totpConfirmedAt) return false;
    const step = await totpStep(row.totpSecret, code, ctx.now(), row.totpLastStep);
    if (step !== null) {
      await tx.update(adminUsers).set({ totpLastStep: step }).where(eq(adminUsers.id, id));
      return true;
    }
    const hash = recoveryHash(code);
    if (!row.recoveryCodes.includes(hash)) return false;
    await tx
      .update(adminUsers)
      .set({ recoveryCodes: row.recoveryCodes.filter((each) => each !== hash) })
      .where(eq(adminUsers.id, id));
    return true;
  });
}

/** Takes the second factor off an account and ends its sessions. */
export async function removeTotp({ db }: Pick<Context, "db">, id: string): Promise<void> {
  await db
    .update(adminUsers)
    .set({
      totpSecret: null,
      totpConfirmedAt: null,
      totpLastStep: null,
      recoveryCodes: [],
      sessionVersion: sql`${adminUsers.sessionVersion} + 1`,
    })
    .where(eq(adminUsers.id, id));
}
