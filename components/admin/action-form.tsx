"use client";

import { useActionState } from "react";
import { ActionAnswer } from "@/components/admin/action-answer";
import { Button } from "@/components/ui/button";
import type { ButtonSize, ButtonVariant } from "@/components/ui/button-style";
import { Field } from "@/components/ui/field";
import type { AdminActionState } from "@/lib/auth/admin-action-state";

type Props = {
  action: (previous: AdminActionState, form: FormData) => Promise<AdminActionState>;
  /** Sent along unseen, for example the order's id and the language. */
  hidden: Record<string, string>;
  fields?: { name: string; label: string; value?: string }[];
  labels: { submit: string; sending: string; supportId: string };
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** false leaves only the answer to the last try, for a form that has nothing more to do. */
  open?: boolean;
};

/** A form of the admin: fields, one button, and the action's answer. Works without JavaScript. */
export function ActionForm({ action, hidden, fields = [], labels, variant, size, open = true }: Props) {
  const [state, send, pending] = useActionState(action, { status: "idle" });
  const refused = state.status === "refused" ? state : null;
  return (
    <form action={send} className="flex flex-col gap-4">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {open
        ? fields.map(({ name, label, value }) => (
            <Field
              key={`${name}:${refused?.values[name] ?? ""}`}
              name={name}
              label={label}
              error={refused?.fields[name]}
              defaultValue={refused?.values[name] ?? value}
              maxLength={50}
              autoComplete="off"
            />
          ))
        : null}
      {open ? (
        <div>
          <Button
            variant={variant ?? "primary"}
            size={size ?? "normal"}
            disabled={pending}
            className="w-full sm:w-auto"
          >
            {pending ? labels.sending : labels.submit}
          </Button>
        </div>
      ) : null}
      <ActionAnswer state={state} supportLabel={labels.supportId} />
    </form>
  );
}
