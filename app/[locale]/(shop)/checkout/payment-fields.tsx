import { DebitFields } from "@/components/payment/debit-fields";
import { fieldId } from "@/components/ui/field-frame";
import type { FormParts } from "./labels";
import type { PaymentChoice } from "./payment-choices";

type Props = FormParts & { methods: PaymentChoice[]; locale: string };

/** The ways to pay as a list of radio buttons, each with one plain sentence; none is chosen beforehand. */
export function PaymentFields({ methods, locale, labels, errorOf, typed }: Props) {
  const id = fieldId("method");
  const error = errorOf("method");
  const chosen = typed("method");
  return (
    <fieldset
      key={chosen}
      aria-describedby={error ? `${id}-error` : undefined}
      className="flex flex-col gap-3"
    >
      <legend className="mb-5 font-serif text-2xl">{labels.payment.title}</legend>
      {methods.length === 0 ? <p className="text-oxblood">{labels.payment.none}</p> : null}
      {methods.map(({ method, name, text, privacy, asksAccount }, index) => (
        <div
          key={method}
          className="group/method rounded border border-edge bg-sheet has-[input:checked]:border-ink has-[input:checked]:outline-1 has-[input:checked]:outline-ink"
        >
          <label className="flex min-h-11 cursor-pointer items-start gap-3 px-4 py-3">
            <input
              type="radio"
              id={index === 0 ? id : undefined}
              name="method"
              value={method}
              defaultChecked={chosen === method}
              required
              aria-invalid={error ? true : undefined}
              className="mt-1 size-5 shrink-0 accent-ink"
            />
            <span>
              <span className="block font-medium">{name}</span>
              <span className="block text-sm text-quiet">{text}</span>
            </span>
          </label>
          {asksAccount ? (
            <div className="hidden px-4 pt-1 pb-4 pl-12 group-has-[input:checked]/method:block">
              <DebitFields labels={labels.debit} errorOf={errorOf} typed={typed} />
            </div>
          ) : null}
          {privacy ? (
            <p className="hidden px-4 pb-4 pl-12 text-sm text-quiet group-has-[input:checked]/method:block">
              {privacy}{" "}
              <a className="link" href={`/${locale}/legal/privacy`} target="_blank" rel="noopener">
                {labels.privacy.more}
              </a>
            </p>
          ) : null}
        </div>
      ))}
      {error ? (
        <p id={`${id}-error`} className="text-sm text-oxblood">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
