"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { StatusLine } from "@/components/ui/status-line";
import type { Messages } from "@/lib/i18n/messages";
import { findOrderAction } from "./actions";

type Props = { locale: string; labels: Messages["withdrawal"]["find"] };

/** Asks for number and address; the answer never tells whether they are right. */
export function FindForm({ locale, labels }: Props) {
  const [state, action, sending] = useActionState(findOrderAction, null);
  const refused = state && !state.ok ? state : null;
  const texts: Record<string, string> = labels.errors;
  const errorOf = (name: string) => {
    const key = refused?.fields[name];
    return key && (texts[key] ?? key);
  };
  const errors = [
    ...(refused?.form ? [{ name: "", message: texts[refused.form] ?? refused.form }] : []),
    ...["number", "email"].flatMap((name) => {
      const message = errorOf(name);
      return message ? [{ name, message }] : [];
    }),
  ];
  return (
    <form action={action} noValidate className="flex flex-col gap-6">
      <div role="status">
        {state?.ok ? (
          <StatusLine tone="good" detail={labels.sentDetail}>
            {labels.sent}
          </StatusLine>
        ) : null}
      </div>
      <ErrorSummary title={labels.errors.title} errors={errors} />
      <input type="hidden" name="locale" value={locale} />
      <Field
        name="number"
        label={labels.number}
        hint={labels.numberHint}
        error={errorOf("number")}
        defaultValue={refused?.values.number ?? ""}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        required
        maxLength={40}
      />
      <Field
        name="email"
        label={labels.email}
        hint={labels.emailHint}
        error={errorOf("email")}
        defaultValue={refused?.values.email ?? ""}
        type="email"
        inputMode="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        required
        maxLength={254}
      />
      <Button size="large" disabled={sending} className="sm:self-start">
        {sending ? labels.sending : labels.submit}
      </Button>
    </form>
  );
}
