"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { type SetPasswordState, setPasswordAction } from "../password-action";

type Props = {
  locale: string;
  token: string;
  texts: { password: string; repeat: string; submit: string; sending: string };
};

/** The new password, twice. */
export function SetPasswordForm({ locale, token, texts }: Props) {
  const [state, send, pending] = useActionState<SetPasswordState, FormData>(setPasswordAction, null);
  const secret = { type: "password", autoComplete: "new-password", required: true } as const;
  return (
    <form action={send} className="flex flex-col gap-4">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="token" value={token} />
      <div role="alert" className="text-sm text-oxblood empty:hidden">
        {state ? `! ${state.message}` : null}
      </div>
      <Field name="password" label={texts.password} {...secret} />
      <Field name="repeatPassword" label={texts.repeat} {...secret} />
      <Button disabled={pending}>{pending ? texts.sending : texts.submit}</Button>
    </form>
  );
}
