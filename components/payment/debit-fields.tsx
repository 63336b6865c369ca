import { type ChangeEvent, type FocusEvent, useState } from "react";
import { Field } from "@/components/ui/field";
import { groupIban } from "@/lib/girocode/iban";
import { type IbanProblem, ibanProblem, ibanProblemSoFar } from "@/lib/girocode/sepa-iban";

export type DebitLabels = {
  iban: string;
  ibanHint: string;
  owner: string;
  ownerHint: string;
  optional: string;
  mandate: string;
  problems: Record<IbanProblem, string>;
};

type Props = {
  labels: DebitLabels;
  errorOf: (name: string) => string | undefined;
  typed: (name: string) => string;
};

/**
 * Account and mandate of a direct debit. The IBAN is checked while it is typed, as far as it goes, and when the field is
 * left; the server checks again. What was typed is not kept by the browser beyond the form.
 */
export function DebitFields({ labels, errorOf, typed }: Props) {
  const [problem, setProblem] = useState<IbanProblem | null>(null);

  function onChange({ target }: ChangeEvent<HTMLInputElement>) {
    setProblem(ibanProblemSoFar(target.value));
  }

  function onBlur({ target }: FocusEvent<HTMLInputElement>) {
    const found = target.value.trim() === "" ? null : ibanProblem(target.value);
    setProblem(found);
    if (target.value && !found) target.value = groupIban(target.value);
  }

  return (
    <div className="flex flex-col gap-5">
      <Field
        name="debit.iban"
        label={labels.iban}
        hint={labels.ibanHint}
        error={problem ? labels.problems[problem] : errorOf("debit.iban")}
        defaultValue={typed("debit.iban")}
        onChange={onChange}
        onBlur={onBlur}
        numeric
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={42}
      />
      <Field
        name="debit.owner"
        label={labels.owner}
        optional={labels.optional}
        hint={labels.ownerHint}
        error={errorOf("debit.owner")}
        defaultValue={typed("debit.owner")}
        autoComplete="off"
        maxLength={70}
      />
      <p className="text-sm text-quiet">{labels.mandate}</p>
    </div>
  );
}
