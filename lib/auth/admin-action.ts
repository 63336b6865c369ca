import "server-only";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { fieldErrors, formValues } from "@/lib/actions/shop-action";
import type { AdminActionState } from "@/lib/auth/admin-action-state";
import type { Admin, AdminRole } from "@/lib/auth/admins";
import { type AuditTarget, audit } from "@/lib/auth/audit";
import { currentAdmin } from "@/lib/auth/current-admin";
import { mayAct } from "@/lib/auth/roles";
import type { Context } from "@/lib/context";
import { defaultLocale, isLocale, type Locale } from "@/lib/i18n/config";
import { type Messages, messagesOf, translator } from "@/lib/i18n/messages";
import { getContext } from "@/lib/runtime";

type AdminMessages = Messages["admin"];

/** An action's outcome by the keys of the admin's messages. */
export type AdminOutcome =
  | {
      ok: true;
      done: keyof AdminMessages["done"];
      values?: Record<string, string>;
      /** What was made, for the audit log. */
      target?: AuditTarget;
      /** Shown this once and kept nowhere, for example recovery codes. */
      reveal?: string[];
      /** The page to go on at, below the language. */
      goTo?: string;
    }
  | {
      ok: false;
      reason: keyof AdminMessages["refused"];
      supportId?: string | null;
      /** Texts at single fields, in the form's language. */
      fields?: Record<string, string>;
    };

type Run<T> = (input: T, session: { admin: Admin; ctx: Context; locale: Locale }) => Promise<AdminOutcome>;

type ActionOptions<T> = {
  role?: AdminRole;
  /** Name in the audit log, such as `order.refund`. */
  action: string;
  /** What it was done to. */
  target?: (input: T) => AuditTarget;
};

/**
 * Wraps an action of the admin: checks the session and the role itself, reads the form by the schema (its messages
 * are keys of the admin's `fields`), and turns refusals into texts. What was done is noted in the audit log, and what was refused with its reason. The form carries its language in `locale`.
 */
export function adminAction<T>(schema: z.ZodType<T>, run: Run<T>, options: ActionOptions<T>) {
  return async (_previous: AdminActionState, form: FormData): Promise<AdminActionState> => {
    const values = formValues(form);
    const locale = formLocale(form);
    const texts = messagesOf(locale).admin;
    const admin = await currentAdmin();
    if (!admin) redirect(`/${locale}/admin/login`);

    const refuse = (
      reason: keyof AdminMessages["refused"],
      more: { supportId?: string | null; fields?: Record<string, string> } = {},
    ): AdminActionState => ({
      status: "refused",
      message: texts.refused[reason],
      supportId: more.supportId ?? null,
      fields: more.fields ?? {},
      values: withoutSecrets(values),
    });
    if (!mayAct(admin.role, options.role)) return refuse("not_allowed");
    const parsed = schema.safeParse(values);
    if (!parsed.success) return refuse("fields", { fields: fieldTexts(fieldErrors(parsed.error), texts) });

    const ctx = await getContext();
    const outcome = await run(parsed.data, { admin, ctx, locale });
    await audit(ctx, ctx.db, admin, {
      action: options.action,
      target: (outcome.ok ? outcome.target : undefined) ?? options.target?.(parsed.data),
      details: outcome.ok ? { result: "done" } : { result: "refused", reason: outcome.reason },
    });
    if (outcome.ok && outcome.goTo) redirect(`/${locale}${outcome.goTo}`);
    refresh();
    if (!outcome.ok) return refuse(outcome.reason, outcome);
    const message = translator(locale, "admin")(`done.${outcome.done}`, outcome.values);
    return { status: "done", message, reveal: outcome.reveal ?? [] };
  };
}

/** What was typed goes back to the form, but no password and no code. */
function withoutSecrets(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !/password|oneTimeCode/i.test(name)));
}

/** The language a form was shown in: server actions cannot read the root parameter. */
export function formLocale(form: FormData): Locale {
  const said = form.get("locale");
  return isLocale(said) ? said : defaultLocale;
}

function fieldTexts(keys: Record<string, string>, texts: AdminMessages): Record<string, string> {
  const known: Record<string, string> = texts.fields;
  return Object.fromEntries(
    Object.entries(keys).map(([field, key]) => [field, known[key] ?? texts.fields.invalid]),
  );
}
