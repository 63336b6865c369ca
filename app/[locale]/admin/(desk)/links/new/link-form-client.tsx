"use client";

import { useActionState } from "react";
import { ActionAnswer } from "@/components/admin/action-answer";
import { AdminField, type FieldSpec } from "@/components/admin/admin-field";
import { Button } from "@/components/ui/button";
import type { AdminActionState } from "@/lib/auth/admin-action-state";
import { makeLinkAction } from "../actions";

type Props = {
  locale: string;
  head: FieldSpec[];
  amount: FieldSpec[];
  /** Pairs of article and quantity; the first ones are always to be seen. */
  items: FieldSpec[][];
  terms: FieldSpec[];
  texts: Record<
    "what" | "amountKind" | "itemsKind" | "itemsHint" | "more" | "submit" | "sending" | "supportId",
    string
  >;
};

const shownRows = 2;
const start: AdminActionState = { status: "idle" };

/** A new payment link. What belongs to an amount or to articles is shown by CSS alone, so it works without JavaScript. */
export function LinkForm({ locale, head, amount, items, terms, texts }: Props) {
  const [state, send, pending] = useActionState(makeLinkAction, start);
  const chosen = state.status === "refused" ? state.values.what : undefined;
  const fields = (specs: FieldSpec[]) =>
    specs.map((spec) => <AdminField key={spec.name} spec={spec} state={state} />);
  const rows = (part: FieldSpec[][]) =>
    part.map((specs) => (
      <div key={specs[0]?.name} className="grid grid-cols-[minmax(0,1fr)_6rem] gap-4">
        {fields(specs)}
      </div>
    ));
  return (
    <form action={send} noValidate className="group/link flex flex-col gap-5">
      <input type="hidden" name="locale" value={locale} />
      <fieldset key={chosen} className="flex flex-wrap gap-x-6 gap-y-1">
        <legend className="mb-1 font-medium">{texts.what}</legend>
        {(["amount", "items"] as const).map((kind) => (
          <label key={kind} className="flex min-h-11 items-center gap-2">
            <input
              type="radio"
              name="what"
              id={`link-${kind}`}
              value={kind}
              defaultChecked={(chosen ?? "amount") === kind}
              className="size-5 accent-ink"
            />
            {texts[`${kind}Kind`]}
          </label>
        ))}
      </fieldset>
      {fields(head)}
      <div className="grid gap-4 group-has-[#link-items:checked]/link:hidden sm:grid-cols-2">
        {fields(amount)}
      </div>
      <div className="hidden flex-col gap-4 group-has-[#link-items:checked]/link:flex">
        {rows(items.slice(0, shownRows))}
        <details open={hasValue(items.slice(shownRows), state) || undefined}>
          <summary className="cursor-pointer text-ink">{texts.more}</summary>
          <div className="mt-4 flex flex-col gap-4">{rows(items.slice(shownRows))}</div>
        </details>
        <p className="text-quiet">{texts.itemsHint}</p>
      </div>
      <div className="grid gap-4 sm:grid-cols-[1fr_1fr_1.3fr]">{fields(terms)}</div>
      <div>
        <Button disabled={pending} className="w-full sm:w-auto">
          {pending ? texts.sending : texts.submit}
        </Button>
      </div>
      <ActionAnswer state={state} supportLabel={texts.supportId} />
    </form>
  );
}

function hasValue(rows: FieldSpec[][], state: AdminActionState): boolean {
  return state.status === "refused" && rows.some(([item]) => item && state.values[item.name]);
}
