"use client";

import Link from "next/link";
import { useActionState, useEffect } from "react";
import { mutate } from "swr";
import { PageFields } from "@/components/basket/page-fields";
import { Button } from "@/components/ui/button";
import { controlStyle, fieldWiring } from "@/components/ui/field-frame";
import { join } from "@/components/ui/join";
import { addToBasket } from "@/lib/basket/actions";

type Labels = {
  quantity: string;
  button: string;
  sending: string;
  done: string;
  toBasket: string;
  errors: Record<string, string>;
};
type Props = { sku: string; max: number; locale: string; labels: Labels };

export function AddToBasketForm({ sku, max, locale, labels }: Props) {
  const [state, action, sending] = useActionState(addToBasket, null);
  const count = state?.ok ? state.data.count : null;
  useEffect(() => {
    if (state?.ok) void mutate("/api/basket", { count: state.data.count }, { revalidate: false });
  }, [state]);
  const refused = state && !state.ok ? state : null;
  const key = refused?.fields.quantity ?? refused?.fields.sku;
  const error = key && (labels.errors[key] ?? key);
  const wiring = fieldWiring({ name: "quantity", error });
  return (
    <form action={action} noValidate className="flex flex-col gap-3">
      <input type="hidden" name="sku" value={sku} />
      <PageFields locale={locale} />
      <div className="flex flex-col gap-1">
        <label htmlFor={wiring.id} className="text-sm font-medium">
          {labels.quantity}
        </label>
        <div className="flex gap-3">
          <input
            {...wiring}
            type="number"
            inputMode="numeric"
            min={1}
            max={max}
            defaultValue={refused?.values.quantity ?? "1"}
            className={join(controlStyle, "w-24! tabular-nums")}
          />
          <Button type="submit" size="large" disabled={sending} className="min-h-12 grow sm:grow-0">
            {sending ? labels.sending : labels.button}
          </Button>
        </div>
        {error ? (
          <p id={`${wiring.id}-error`} className="text-sm text-oxblood">
            {error}
          </p>
        ) : null}
      </div>
      <p aria-live="polite" className="min-h-7">
        {count !== null && !sending ? (
          <>
            <span className="font-medium text-moss">{labels.done}</span>{" "}
            <Link className="link" href={`/${locale}/basket`}>
              {labels.toBasket}
            </Link>
          </>
        ) : null}
      </p>
    </form>
  );
}
