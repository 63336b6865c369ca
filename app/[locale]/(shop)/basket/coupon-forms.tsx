"use client";

import { useActionState } from "react";
import { PageFields } from "@/components/basket/page-fields";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { applyCoupon, removeCoupon } from "@/lib/basket/actions";

type CouponLabels = { label: string; button: string; errors: Record<string, string> };

export function CouponForm({ locale, labels }: { locale: string; labels: CouponLabels }) {
  const [state, action, sending] = useActionState(applyCoupon, null);
  const refused = state && !state.ok ? state : null;
  const key = refused?.fields.code;
  return (
    <form action={action} noValidate aria-live="polite" className="flex items-start gap-3">
      <PageFields locale={locale} />
      <Field
        name="code"
        label={labels.label}
        error={key && (labels.errors[key] ?? key)}
        defaultValue={refused?.values.code ?? ""}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
        className="grow"
      />
      <Button type="submit" variant="secondary" disabled={sending} className="mt-7 min-h-12">
        {labels.button}
      </Button>
    </form>
  );
}

export function RemoveCouponForm({ locale, label }: { locale: string; label: string }) {
  const [, action, sending] = useActionState(removeCoupon, null);
  return (
    <form action={action}>
      <PageFields locale={locale} />
      <button type="submit" disabled={sending} className="link min-h-11 text-sm">
        {label}
      </button>
    </form>
  );
}
