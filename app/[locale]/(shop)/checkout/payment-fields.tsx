import { AccountChoice } from "@/components/payment/account-choice";
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
      {methods.map(({ method, name, text, textFetched, privacy, asksAccount, account }, index) => (
        <div
          key={method}
          className="group/method rounded border border-edge bg-sheet has-[[name=method]:checked]:border-ink has-[[name=method]:checked]:outline-1 has-[[name=method]:checked]:outline-ink"
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
              <MethodText text={text} textFetched={textFetched} />
            </span>
          </label>
          {asksAccount ? (
            <div className="hidden px-4 pt-1 pb-4 pl-12 group-has-[[name=method]:checked]/method:block">
              {account ? (
                <AccountChoice
                  account={account}
                  labels={labels.debit}
                  texts={labels.customer}
                  errorOf={errorOf}
                  typed={typed}
                />
              ) : (
                <DebitFields labels={labels.debit} errorOf={errorOf} typed={typed} />
              )}
            </div>
          ) : null}
          {privacy ? (
            <p className="hidden px-4 pb-4 pl-12 text-sm text-quiet group-has-[[name=method]:checked]/method:block">
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

/** Goods that are fetched need other words; which ones are shown is a matter of CSS, as the choice itself. */
function MethodText({ text, textFetched }: Pick<PaymentChoice, "text" | "textFetched">) {
  const look = "text-sm text-quiet";
  if (!textFetched) return <span className={`block ${look}`}>{text}</span>;
  return (
    <>
      <span className={`block group-has-[#delivery-collection:checked]/checkout:hidden ${look}`}>{text}</span>
      <span className={`hidden group-has-[#delivery-collection:checked]/checkout:block ${look}`}>
        {textFetched}
      </span>
    </>
  );
}
