"use client";

import { useActionState } from "react";
import { ActionAnswer } from "@/components/admin/action-answer";
import { Confirm } from "@/components/admin/confirm";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { fieldId } from "@/components/ui/field-frame";
import type { AdminActionState } from "@/lib/auth/admin-action-state";

export type RefundLine = { name: string; label: string; hint: string; max: number };
type What = { value: "all" | "amount" | "lines"; label: string };
type Props = {
  action: (previous: AdminActionState, form: FormData) => Promise<AdminActionState>;
  hidden: Record<string, string>;
  ways: What[];
  lines: RefundLine[];
  texts: Record<
    | "summary"
    | "intro"
    | "what"
    | "amount"
    | "amountHint"
    | "linesHint"
    | "reason"
    | "reasonHint"
    | "confirm"
    | "submit"
    | "sending"
    | "supportId",
    string
  >;
  /** false leaves only the answer to the last try. */
  open: boolean;
};

/** What is given back: everything, an amount or pieces of lines. Works without JavaScript; nothing typed gets lost. */
export function RefundForm({ action, hidden, ways, lines, texts, open }: Props) {
  const [state, send, pending] = useActionState(action, { status: "idle" });
  const refused = state.status === "refused" ? state : null;
  const typed = (name: string) => refused?.values[name] ?? "";
  const error = (name: string) => refused?.fields[name];
  const field = (name: string) => ({
    name,
    error: error(name),
    defaultValue: typed(name),
    autoComplete: "off",
  });
  return (
    <form action={send} className="flex flex-col gap-4">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {open ? (
        <details open={state.status !== "idle" || undefined} className="[&>summary]:cursor-pointer">
          <summary className="font-medium text-ink">{texts.summary}</summary>
          <div className="mt-4 flex flex-col gap-4">
            <p className="text-quiet">{texts.intro}</p>
            <Ways ways={ways} legend={texts.what} chosen={typed("what")} error={error("what")} />
            <Field
              key={`amount:${typed("amount")}`}
              {...field("amount")}
              label={texts.amount}
              hint={texts.amountHint}
              inputMode="decimal"
              maxLength={20}
              numeric
            />
            <p className="text-sm text-quiet">{texts.linesHint}</p>
            {lines.map(({ name, label, hint, max }) => (
              <Field
                key={`${name}:${typed(name)}`}
                {...field(name)}
                label={label}
                hint={hint}
                inputMode="numeric"
                maxLength={4}
                disabled={max === 0}
                numeric
              />
            ))}
            <Field
              key={`reason:${typed("reason")}`}
              {...field("reason")}
              label={texts.reason}
              hint={texts.reasonHint}
              maxLength={100}
            />
            <Confirm label={texts.confirm} error={error("confirm")} />
            <div>
              <Button variant="secondary" disabled={pending} className="w-full sm:w-auto">
                {pending ? texts.sending : texts.submit}
              </Button>
            </div>
          </div>
        </details>
      ) : null}
      <ActionAnswer state={state} supportLabel={texts.supportId} />
    </form>
  );
}

type WaysProps = { ways: What[]; legend: string; chosen: string; error: string | undefined };

function Ways({ ways, legend, chosen, error }: WaysProps) {
  const errorId = `${fieldId("what")}-error`;
  return (
    <fieldset id={fieldId("what")} aria-describedby={error ? errorId : undefined}>
      <legend className="mb-1 text-sm font-medium">{legend}</legend>
      {ways.map(({ value, label }) => (
        <label key={`${value}:${chosen}`} className="flex min-h-9 items-center gap-3">
          <input
            type="radio"
            name="what"
            value={value}
            defaultChecked={value === chosen}
            required
            className="size-5 accent-ink"
          />
          {label}
        </label>
      ))}
      {error ? (
        <p id={errorId} className="text-sm text-oxblood">
          <span aria-hidden="true">! </span>
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
