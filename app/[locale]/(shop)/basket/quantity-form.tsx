"use client";

import { useActionState } from "react";
import { PageFields } from "@/components/basket/page-fields";
import { controlStyle } from "@/components/ui/field-frame";
import { join } from "@/components/ui/join";
import { setQuantity } from "@/lib/basket/actions";

type Labels = {
  quantity: string;
  less: string;
  more: string;
  update: string;
  errors: Record<string, string>;
};
type Props = { sku: string; quantity: number; max: number; locale: string; labels: Labels };

const step = "size-11 rounded border border-edge text-lg leading-none hover:border-ink disabled:opacity-40";

export function QuantityForm({ sku, quantity, max, locale, labels }: Props) {
  const [state, action, sending] = useActionState(setQuantity, null);
  const refused = state && !state.ok ? state : null;
  const key = refused?.fields.quantity ?? refused?.fields.sku;
  const id = `quantity-${sku}`;
  return (
    <form action={action} noValidate aria-busy={sending} className="flex flex-col gap-2">
      {/* First in the form, so that the Enter key takes over what is typed instead of a step. */}
      <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true">
        {labels.update}
      </button>
      <input type="hidden" name="sku" value={sku} />
      <PageFields locale={locale} />
      <div className="flex flex-wrap items-center gap-2">
        <button
          type="submit"
          name="step"
          value="-1"
          aria-label={labels.less}
          disabled={quantity <= 1}
          className={step}
        >
          −
        </button>
        <input
          key={refused ? "typed" : quantity}
          id={id}
          name="quantity"
          type="number"
          inputMode="numeric"
          min={1}
          max={Math.min(max, 99)}
          defaultValue={refused?.values.quantity ?? quantity}
          aria-label={labels.quantity}
          aria-invalid={key ? true : undefined}
          aria-describedby={key ? `${id}-error` : undefined}
          onBlur={(event) => {
            if (event.target.value !== event.target.defaultValue) event.target.form?.requestSubmit();
          }}
          className={join(controlStyle, "min-h-11! w-20! py-1! text-center tabular-nums")}
        />
        <button
          type="submit"
          name="step"
          value="1"
          aria-label={labels.more}
          disabled={quantity >= Math.min(max, 99)}
          className={step}
        >
          +
        </button>
        <noscript>
          <button type="submit" className="link min-h-11 px-2 text-sm">
            {labels.update}
          </button>
        </noscript>
      </div>
      <p id={`${id}-error`} aria-live="polite" className="text-sm text-oxblood empty:hidden">
        {key ? (labels.errors[key] ?? key) : null}
      </p>
    </form>
  );
}
