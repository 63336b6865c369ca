import "server-only";
import { and, desc, eq, lt, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { normalEmail } from "@/lib/auth/admins";
import type { Db } from "@/lib/db/client";
import { type AuditRow, auditLog } from "@/lib/db/schema";

/** The first part of an action's name, such as `order` of `order.refund`. */
export const auditAreas = [
  "order",
  "link",
  "product",
  "coupon",
  "settings",
  "user",
  "account",
  "session",
  "mail",
  "job",
  "withdrawal",
] as const;
export type AuditArea = (typeof auditAreas)[number];

const cursorSchema = z.tuple([z.coerce.date(), z.uuid()]);
const pageSize = 50;

/** The audit log, newest first, a page at a time; a cursor that is not one counts as none. */
export async function listAudit(
  db: Db,
  { area, email, after }: { area: AuditArea | null; email: string; after: string | null },
): Promise<{ entries: AuditRow[]; next: string | null }> {
  const where: (SQL | undefined)[] = [];
  if (area) where.push(sql`starts_with(${auditLog.action}, ${`${area}.`})`);
  if (email) where.push(eq(auditLog.adminEmail, normalEmail(email)));
  const cursor = cursorSchema.safeParse(after?.split("~"));
  if (cursor.success) {
    const [at, id] = cursor.data;
    where.push(or(lt(auditLog.at, at), and(eq(auditLog.at, at), lt(auditLog.id, id))));
  }
  const rows = await db
    .select()
    .from(auditLog)
    .where(and(...where))
    .orderBy(desc(auditLog.at), desc(auditLog.id))
    .limit(pageSize + 1);
  const entries = rows.slice(0, pageSize);
  const last = entries.at(-1);
  return { entries, next: rows.length > pageSize && last ? `${last.at.toISOString()}~${last.id}` : null };
}
