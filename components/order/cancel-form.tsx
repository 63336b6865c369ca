"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import type { FormState } from "@/lib/actions/form-state";

type Props = {
  action: (previous: FormState<null>, form: FormData) => Promise<FormState<null>>;
  token: string;
  locale: string;
  texts: {
    heading: string;
    text: string;
    submit: string;
    sending: string;
    failedTitle: string;
    reasons: Record<string, string>;
  };
};

/** Unfolds to the question whether the whole order is really to be called off. Works without JavaScript. */
export function CancelForm({ action, token, locale, texts }: Props) {
  const [state, submit, pending] = useActionState(action, null);
  const reason = state && !state.ok ? (state.form ?? "fields") : null;
  const errors = reason ? [{ name: "", message: texts.reasons[reason] ?? reason }] : [];
  return (
    <details open={reason !== null || undefined} className="border-t border-line pt-4 print:hidden">
      <summary className="min-h-11 cursor-pointer content-center text-ink underline underline-offset-4">
        {texts.heading}
      </summary>
      <form action={submit} className="mt-3 space-y-4">
        <ErrorSummary title={texts.failedTitle} errors={errors} />
        <p>{texts.text}</p>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="locale" value={locale} />
        <Button variant="secondary" disabled={pending}>
          {pending ? texts.sending : texts.submit}
        </Button>
      </form>
    </details>
  );
}
