"use client";

import { useActionState } from "react";
import { ActionAnswer } from "@/components/admin/action-answer";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import type { AdminActionState } from "@/lib/auth/admin-action-state";

type SecretField = {
  name: string;
  label: string;
  kind: "current-password" | "new-password" | "one-time-code";
  hint?: string;
};

type Props = {
  action: (previous: AdminActionState, form: FormData) => Promise<AdminActionState>;
  locale: string;
  fields: SecretField[];
  labels: { submit: string; sending: string; supportId: string };
  variant?: "primary" | "secondary";
  /** false leaves only the answer to the last try. */
  open?: boolean;
};

/** A form for passwords and codes: they are never sent back to the browser. */
export function SecretForm({ action, locale, fields, labels, variant = "secondary", open = true }: Props) {
  const [state, send, pending] = useActionState(action, { status: "idle" });
  const errors = state.status === "refused" ? state.fields : {};
  return (
    <form action={send} noValidate className="flex flex-col gap-4">
      <input type="hidden" name="locale" value={locale} />
      {open
        ? fields.map(({ kind, ...field }) => (
            <Field
              key={field.name}
              {...field}
              type={kind === "one-time-code" ? "text" : "password"}
              autoComplete={kind}
              error={errors[field.name]}
              maxLength={200}
              spellCheck={false}
              className="max-w-sm"
            />
          ))
        : null}
      {open ? (
        <div>
          <Button disabled={pending} variant={variant}>
            {pending ? labels.sending : labels.submit}
          </Button>
        </div>
      ) : null}
      <ActionAnswer state={state} supportLabel={labels.supportId} />
    </form>
  );
}
