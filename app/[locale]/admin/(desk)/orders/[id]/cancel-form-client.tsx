"use client";

import { useActionState } from "react";
import { ActionAnswer } from "@/components/admin/action-answer";
import { Confirm } from "@/components/admin/confirm";
import { Button } from "@/components/ui/button";
import type { AdminActionState } from "@/lib/auth/admin-action-state";

type Props = {
  action: (previous: AdminActionState, form: FormData) => Promise<AdminActionState>;
  hidden: Record<string, string>;
  texts: { confirm: string; submit: string; sending: string; supportId: string };
  /** false leaves only the answer to the last try. */
  open: boolean;
};

/** Calls an order off, after a tick that it is meant. Works without JavaScript. */
export function CancelForm({ action, hidden, texts, open }: Props) {
  const [state, send, pending] = useActionState(action, { status: "idle" });
  return (
    <form action={send} className="flex flex-col gap-4">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {open ? (
        <>
          <Confirm
            label={texts.confirm}
            error={state.status === "refused" ? state.fields.confirm : undefined}
          />
          <div>
            <Button variant="secondary" disabled={pending} className="w-full sm:w-auto">
              {pending ? texts.sending : texts.submit}
            </Button>
          </div>
        </>
      ) : null}
      <ActionAnswer state={state} supportLabel={texts.supportId} />
    </form>
  );
}
