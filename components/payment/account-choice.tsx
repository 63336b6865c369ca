import { DebitFields, type DebitLabels } from "@/components/payment/debit-fields";
import { fieldId } from "@/components/ui/field-frame";

type Props = {
  /** The remembered account as the buyer knows it, e.g. `DE•• •••• 3188`. */
  account: string;
  labels: DebitLabels;
  texts: { use: string; other: string; legend: string };
  errorOf: (name: string) => string | undefined;
  typed: (name: string) => string;
};

const name = "debit.account";

/** The account of last time or another one. The fields of the other are shown by CSS alone, also without JavaScript. */
export function AccountChoice({ account, labels, texts, errorOf, typed }: Props) {
  const other = typed(name) === "other";
  const error = errorOf(name);
  const radio = (value: string) => ({
    type: "radio",
    name,
    value,
    defaultChecked: (value === "other") === other,
    "aria-describedby": error ? `${fieldId(name)}-error` : undefined,
    className: "size-5 shrink-0 accent-ink",
  });
  return (
    <fieldset key={typed(name)} className="group/account flex flex-col gap-3">
      <legend className="sr-only">{texts.legend}</legend>
      <label className="flex min-h-11 items-center gap-3">
        <input id={fieldId(name)} {...radio("stored")} />
        <span>
          {texts.use} <span className="whitespace-nowrap tabular-nums">{account}</span>
        </span>
      </label>
      <label className="flex min-h-11 items-center gap-3">
        <input {...radio("other")} />
        {texts.other}
      </label>
      {error ? (
        <p id={`${fieldId(name)}-error`} className="text-sm text-oxblood">
          {error}
        </p>
      ) : null}
      <div className="hidden group-has-[[value=other]:checked]/account:block">
        <DebitFields labels={labels} errorOf={errorOf} typed={typed} />
      </div>
      <p className="text-sm text-quiet group-has-[[value=other]:checked]/account:hidden">{labels.mandate}</p>
    </fieldset>
  );
}
