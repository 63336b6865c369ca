"use client";

import { useActionState, useEffect, useState } from "react";
import { DebitFields, type DebitLabels } from "@/components/payment/debit-fields";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { fieldId } from "@/components/ui/field-frame";
import type { FormState } from "@/lib/actions/form-state";

type Option = { method: string; label: string };
type Props = {
  action: (previous: FormState<null>, form: FormData) => Promise<FormState<null>>;
  token: string;
  locale: string;
  options: Option[];
  chosen: string | null;
  /** The account's fields, when direct debit runs on this page. */
  debit: DebitLabels | null;
  texts: { legend: string; submit: string; sending: string; reasons: Record<string, string> };
};

/** Chooses a way to pay for an order that is already placed. Works without JavaScript. */
export function PayAgainForm({ action, token, locale, options, chosen, debit, texts }: Props) {
  const [state, submit, pending] = useActionState(action, null);
  const stuck = usePageRestored();
  const refused = state && !state.ok ? state : null;
  const typed = (name: string) => refused?.values[name] ?? "";
  const errorOf = (name: string) => {
    const key = refused?.fields[name];
    return key && (texts.reasons[key] ?? key);
  };
  const picked = typed("method") || chosen;
  const errors = refusals(state).map(([name, key]) => ({ name, message: texts.reasons[key] ?? key }));
  return (
    <form action={submit} key={stuck} className="group/again mt-4 space-y-5">
      <ErrorSummary title={texts.legend} errors={errors} />
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="locale" value={locale} />
      <fieldset id={fieldId("method")} key={picked}>
        <legend className="sr-only">{texts.legend}</legend>
        <div className="grid gap-2 sm:grid-cols-2">
          {options.map((option) => (
            <label
              key={option.method}
              className="flex min-h-12 cursor-pointer items-center gap-3 rounded border border-edge bg-sheet px-4 has-checked:border-ink has-checked:ring-1 has-checked:ring-ink"
            >
              <input
                type="radio"
                name="method"
                value={option.method}
                defaultChecked={option.method === picked}
                className="size-5 accent-ink"
                required
              />
              {option.label}
            </label>
          ))}
        </div>
      </fieldset>
      {debit ? (
        <div className="hidden max-w-prose group-has-[input[value=debit]:checked]/again:block">
          <DebitFields labels={debit} errorOf={errorOf} typed={typed} />
        </div>
      ) : null}
      <Button disabled={pending}>{pending ? texts.sending : texts.submit}</Button>
    </form>
  );
}

function refusals(state: FormState<null>): [string, string][] {
  if (!state || state.ok) return [];
  return [...Object.entries(state.fields), ...(state.form ? [["", state.form] as [string, string]] : [])];
}

/** A page that comes back from the browser's cache still thinks it is sending; a new key resets the form. */
function usePageRestored(): number {
  const [times, setTimes] = useState(0);
  useEffect(() => {
    const restored = (event: PageTransitionEvent) => event.persisted && setTimes((n) => n + 1);
    window.addEventListener("pageshow", restored);
    return () => window.removeEventListener("pageshow", restored);
  }, []);
  return times;
}
