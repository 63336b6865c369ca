import { index, integer, jsonb, pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { moment } from "@/lib/db/schema/columns";

export const adminRole = pgEnum("admin_role", ["owner", "staff"]);

export const adminUsers = pgTable("admin_users", {
  id: uuid("id").primaryKey(),
  email: text("email").notNull().unique(),
  passwordHash: text("password_hash").notNull(),
  role: adminRole("role").notNull(),
  sessionVersion: integer("session_version").notNull().default(1),
  createdAt: moment("created_at").notNull(),
  lastSignInAt: moment("last_sign_in_at"),
  /** A disabled account can't sign in; its traces stay. */
  disabledAt: moment("disabled_at"),
  /** Second factor: base32 secret, in force once confirmed; the last time step used, so that no code works twice. */
  totpSecret: text("totp_secret"),
  totpConfirmedAt: moment("totp_confirmed_at"),
  totpLastStep: integer("totp_last_step"),
  /** Hashes of the recovery codes that are left. */
  recoveryCodes: jsonb("recovery_codes").$type<string[]>().notNull().default([]),
  /** Who this is at the OpenID provider. */
  oidcSubject: text("oidc_subject").unique(),
});

/** Who did what in the admin, append-only. `details` holds no personal data and no secrets. */
export const auditLog = pgTable(
  "audit_log",
  {
    id: uuid("id").primaryKey(),
    at: moment("at").notNull(),
    adminId: uuid("admin_id").references(() => adminUsers.id),
    adminEmail: text("admin_email").notNull(),
    action: text("action").notNull(),
    targetKind: text("target_kind"),
    targetId: text("target_id"),
    details: jsonb("details").$type<Record<string, unknown>>(),
  },
  (t) => [index("audit_log_newest").on(t.at.desc().nullsFirst(), t.id.desc().nullsFirst())],
);

/** What the merchant sets in the admin, a row for each topic; lib/settings knows their shapes. */
export const shopSettings = pgTable("shop_settings", {
  key: text("key").primaryKey(),
  value: jsonb("value").$type<unknown>().notNull(),
  updatedAt: moment("updated_at").notNull(),
  updatedBy: text("updated_by").notNull(),
});

export type AdminUser = typeof adminUsers.$inferSelect;

export type AuditRow = typeof auditLog.$inferSelect;
