"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { type SignInState, secondStepAction } from "../actions";

type Props = { locale: string; next: string; texts: { code: string; submit: string; sending: string } };

/** One field for the app's code or a recovery code. */
export function CodeForm({ locale, next, texts }: Props) {
  const [state, send, pending] = useActionState<SignInState, FormData>(secondStepAction, null);
  return (
    <form action={send} className="flex flex-col gap-4">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="next" value={next} />
      <div role="alert" className="text-sm text-oxblood empty:hidden">
        {state ? `! ${state.message}` : null}
      </div>
      <Field
        name="oneTimeCode"
        label={texts.code}
        autoComplete="one-time-code"
        spellCheck={false}
        maxLength={50}
        required
        numeric
      />
      <Button disabled={pending}>{pending ? texts.sending : texts.submit}</Button>
    </form>
  );
}
