"use client";

import { useActionState } from "react";
import { PageFields } from "@/components/basket/page-fields";
import { removeItem } from "@/lib/basket/actions";

type Props = { sku: string; locale: string; labels: { button: string; label: string } };

export function RemoveForm({ sku, locale, labels }: Props) {
  const [, action, sending] = useActionState(removeItem, null);
  return (
    <form action={action}>
      <input type="hidden" name="sku" value={sku} />
      <PageFields locale={locale} />
      <button type="submit" disabled={sending} aria-label={labels.label} className="link min-h-11 text-sm">
        {labels.button}
      </button>
    </form>
  );
}
