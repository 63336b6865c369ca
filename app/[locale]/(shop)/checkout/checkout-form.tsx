"use client";

import { type FormEvent, type ReactNode, useActionState, useEffect } from "react";
import { RememberField } from "@/components/customer/remember-field";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/text-area";
import { placeOrderAction } from "./actions";
import { AddressFields } from "./address-fields";
import { DeliveryFields } from "./delivery-fields";
import type { CheckoutLabels, FormParts } from "./labels";
import { summaryErrors } from "./labels";
import type { PaymentChoice } from "./payment-choices";
import { PaymentFields } from "./payment-fields";
import { useFieldErrors } from "./use-field-errors";

type Props = {
  locale: string;
  formToken: string;
  shown: string;
  /** The mark of the summary for fetched goods; null when everything is sent. */
  shownCollection: string | null;
  methods: PaymentChoice[];
  labels: CheckoutLabels;
  /** The summary, directly above the button. */
  children: ReactNode;
  /** The note below the button. */
  terms: ReactNode;
  /** What the button does; without it the basket is ordered. */
  place?: typeof placeOrderAction;
  /** Sent along unseen. */
  hidden?: Record<string, string>;
  /** What a remembered customer typed last time, by field. */
  prefill?: Record<string, string>;
  /** Whether the buyer is asked to be remembered. */
  offersRemembering?: boolean;
  /** Whether goods are sent, perhaps to another address. */
  sendsGoods?: boolean;
};

export function CheckoutForm(props: Props) {
  const { locale, formToken, shown, shownCollection, methods, labels, children, terms } = props;
  const { place = placeOrderAction, hidden = {}, sendsGoods = true, prefill, offersRemembering } = props;
  const [state, action, sending] = useActionState(place, null);
  useReloadWhenRestored(sending);
  const refused = state && !state.ok ? state : null;
  const { keyOf, onBlur, onInput, latest } = useFieldErrors(refused);
  const textOf = (key: string) => labels.errors[key] ?? key;
  const errorOf = (name: string) => {
    const key = keyOf(name);
    return key && textOf(key);
  };
  const typed = (name: string) => refused?.values[name] ?? prefill?.[name] ?? "";
  const form = { labels, errorOf, typed };

  return (
    <form
      action={action}
      noValidate
      onBlur={onBlur}
      onInput={onInput}
      onReset={keepWhatIsTyped}
      className="group/checkout mt-8 flex flex-col gap-12"
    >
      <p role="status" className="sr-only">
        {latest ? textOf(latest) : ""}
      </p>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="formToken" value={formToken} />
      <input type="hidden" name="shown" value={shown} />
      {shownCollection ? <input type="hidden" name="shownCollection" value={shownCollection} /> : null}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ErrorSummary title={labels.errors.title} errors={summaryErrors(refused, labels)} />

      <fieldset className="flex flex-col gap-5">
        <legend className="mb-5 font-serif text-2xl">{labels.contact.title}</legend>
        <Field
          name="email"
          label={labels.contact.email}
          hint={labels.contact.emailHint}
          error={errorOf("email")}
          defaultValue={typed("email")}
          type="email"
          inputMode="email"
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
          required
          maxLength={254}
        />
      </fieldset>

      {shownCollection ? <DeliveryFields {...form} /> : null}
      <AddressFields kind="billing" title={labels.address.billing} {...form} />
      {sendsGoods ? <OtherAddress {...form} /> : null}

      <PaymentFields methods={methods} locale={locale} {...form} />

      <TextArea
        name="note"
        label={labels.note.label}
        optional={labels.address.optional}
        hint={sendsGoods ? labels.note.hint : undefined}
        error={errorOf("note")}
        defaultValue={typed("note")}
        maxLength={500}
      />

      {offersRemembering ? <RememberField texts={labels.customer} typed={typed} /> : null}

      <div className="flex flex-col gap-6 rounded border border-line bg-sheet p-5 sm:p-8">
        {children}
        <Button type="submit" size="large" disabled={sending || methods.length === 0} className="w-full">
          {sending ? labels.sending : labels.submit}
        </Button>
        {terms}
      </div>
    </form>
  );
}

/**
 * React resets a form when its action has answered. What somebody mended while the answer was on its way would be lost
 * with that, and what was sent stands in the fields anyway.
 */
function keepWhatIsTyped(event: FormEvent<HTMLFormElement>) {
  event.preventDefault();
}

/**
 * After Back from the pay page the browser may show this page as it was left, with the button still sending. The
 * order exists then, so the page is loaded afresh and says so.
 */
function useReloadWhenRestored(sending: boolean) {
  useEffect(() => {
    const onPageShow = (event: PageTransitionEvent) => {
      if (event.persisted && sending) window.location.reload();
    };
    window.addEventListener("pageshow", onPageShow);
    return () => window.removeEventListener("pageshow", onPageShow);
  }, [sending]);
}

/** Goods may go elsewhere than the invoice. Shown by CSS alone, so that it works without JavaScript. */
function OtherAddress(form: FormParts) {
  const { labels, typed } = form;
  return (
    <div className="group/delivery -mt-4 flex flex-col gap-8 group-has-[#delivery-collection:checked]/checkout:hidden">
      <label className="flex min-h-11 items-center gap-3">
        <input
          key={typed("differentAddress")}
          type="checkbox"
          name="differentAddress"
          value="1"
          defaultChecked={typed("differentAddress") === "1"}
          className="size-5 accent-ink"
        />
        {labels.address.different}
      </label>
      <div className="hidden group-has-[input:checked]/delivery:block">
        <AddressFields kind="shipping" title={labels.address.shipping} {...form} />
      </div>
    </div>
  );
}
