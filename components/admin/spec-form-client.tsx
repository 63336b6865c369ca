"use client";

import { type ReactNode, useActionState } from "react";
import { ActionAnswer } from "@/components/admin/action-answer";
import { AdminField, type FieldSpec } from "@/components/admin/admin-field";
import { Button } from "@/components/ui/button";
import type { AdminActionState } from "@/lib/auth/admin-action-state";

export type FormGroup = { title?: string; intro?: string; fields: FieldSpec[] };

type Props = {
  action: (previous: AdminActionState, form: FormData) => Promise<AdminActionState>;
  /** Sent along unseen, for example the language. */
  hidden: Record<string, string>;
  groups: FormGroup[];
  labels: { submit: string; sending: string; supportId: string };
  /** Fields of another kind, in front of the button. */
  children?: ReactNode;
};

/** A form of the admin from plain data, in titled groups. Works without JavaScript; nothing typed gets lost. */
export function SpecForm({ action, hidden, groups, labels, children }: Props) {
  const [state, send, pending] = useActionState(action, { status: "idle" });
  return (
    <form action={send} noValidate className="flex flex-col gap-6">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Groups groups={groups} state={state} />
      {children}
      <div>
        <Button disabled={pending} className="w-full sm:w-auto">
          {pending ? labels.sending : labels.submit}
        </Button>
      </div>
      <ActionAnswer state={state} supportLabel={labels.supportId} />
    </form>
  );
}

/** Titled groups of fields, two or three in a row where there is room. */
export function Groups({ groups, state }: { groups: FormGroup[]; state: AdminActionState }) {
  return (
    <>
      {groups.map(({ title, intro, fields }) => (
        <fieldset
          key={title ?? fields[0]?.name}
          className="grid min-w-0 grid-cols-1 gap-x-4 gap-y-4 sm:grid-cols-6 *:sm:col-span-6"
        >
          {title ? <legend className="mb-3 text-base font-semibold">{title}</legend> : null}
          {intro ? <p className="text-quiet">{intro}</p> : null}
          {fields.map((spec) => (
            <AdminField key={spec.name} spec={spec} state={state} />
          ))}
        </fieldset>
      ))}
    </>
  );
}
