"use client";

import { useActionState } from "react";
import { ActionAnswer } from "@/components/admin/action-answer";
import { Confirm } from "@/components/admin/confirm";
import { Button } from "@/components/ui/button";
import type { ButtonSize, ButtonVariant } from "@/components/ui/button-style";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/text-area";
import type { AdminActionState } from "@/lib/auth/admin-action-state";

export type ActionField = {
  name: string;
  label: string;
  value?: string;
  hint?: string;
  numeric?: boolean;
  /** Several lines of text, of at most so many characters. */
  longText?: number;
};

type Props = {
  action: (previous: AdminActionState, form: FormData) => Promise<AdminActionState>;
  /** Sent along unseen, for example the order's id and the language. */
  hidden: Record<string, string>;
  fields?: ActionField[];
  labels: { submit: string; sending: string; supportId: string; confirm?: string };
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** false leaves only the answer to the last try, for a form that has nothing more to do. */
  open?: boolean;
};

/** A form of the admin: fields, a tick where `labels.confirm` asks for one, one button, and the action's answer. Works without JavaScript. */
export function ActionForm({ action, hidden, fields = [], labels, variant, size, open = true }: Props) {
  const [state, send, pending] = useActionState(action, { status: "idle" });
  const refused = state.status === "refused" ? state : null;
  return (
    <form action={send} className="flex flex-col gap-4">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {open
        ? fields.map((field) => (
            <OneField
              key={`${field.name}:${refused?.values[field.name] ?? ""}`}
              field={field}
              error={refused?.fields[field.name]}
              typed={refused?.values[field.name]}
            />
          ))
        : null}
      {open && labels.confirm ? <Confirm label={labels.confirm} error={refused?.fields.confirm} /> : null}
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

type OneProps = { field: ActionField; error: string | undefined; typed: string | undefined };

function OneField({ field: { name, label, value, hint, numeric, longText }, error, typed }: OneProps) {
  const shared = { name, label, hint, error, defaultValue: typed ?? value };
  if (longText !== undefined) return <TextArea {...shared} maxLength={longText} />;
  return (
    <Field
      {...shared}
      maxLength={50}
      autoComplete="off"
      {...(numeric ? { numeric, inputMode: "numeric" as const } : {})}
    />
  );
}
