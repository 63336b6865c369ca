"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { type SignInState, signInAction } from "./actions";

type Props = {
  locale: string;
  next: string;
  texts: { email: string; password: string; submit: string; sending: string };
};

/** E-mail and password; the refusal stands above them and keeps the address that was typed. */
export function LoginForm({ locale, next, texts }: Props) {
  const [state, send, pending] = useActionState<SignInState, FormData>(signInAction, null);
  return (
    <form action={send} className="flex flex-col gap-4">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="next" value={next} />
      <div role="alert" className="text-sm text-oxblood empty:hidden">
        {state ? `! ${state.message}` : null}
      </div>
      <Field
        name="email"
        label={texts.email}
        type="email"
        autoComplete="username"
        required
        defaultValue={state?.email}
        key={state?.email ?? ""}
      />
      <Field
        name="password"
        label={texts.password}
        type="password"
        autoComplete="current-password"
        required
      />
      <Button disabled={pending}>{pending ? texts.sending : texts.submit}</Button>
    </form>
  );
}
