import "server-only";
import type { Admin } from "@/lib/auth/admins";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { auditLog } from "@/lib/db/schema";

export type AuditTarget = { kind: string; id: string };
export type AuditEntry = {
  action: string;
  target?: AuditTarget | undefined;
  /** No personal data, no secrets. */
  details?: Record<string, unknown> | undefined;
};

/** Notes who did what in the admin. */
export async function audit(
  ctx: Pick<Context, "now" | "newId">,
  db: Context["db"] | Tx,
  admin: Pick<Admin, "id" | "email">,
  { action, target, details }: AuditEntry,
): Promise<void> {
  await db.insert(auditLog).values({
    id: ctx.newId(),
    at: ctx.now(),
    adminId: admin.id,
    adminEmail: admin.email,
    action,
    targetKind: target?.kind ?? null,
    targetId: target?.id ?? null,
    details: details ?? null,
  });
}

/** The target of an action on an order. */
export const orderTarget = ({ orderId }: { orderId: string }): AuditTarget => ({
  kind: "order",
  id: orderId,
});
