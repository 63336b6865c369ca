"use client";

import { useActionState, useEffect, useRef } from "react";
import { PageFields } from "@/components/basket/page-fields";
import { removeItem } from "@/lib/basket/actions";

type Props = {
  sku: string;
  locale: string;
  labels: { button: string; label: string };
  /** The id of what has the focus when the article and this button are gone. */
  focusAfter: string;
};

export function RemoveForm({ sku, locale, labels, focusAfter }: Props) {
  const [, action, sending] = useActionState(removeItem, null);
  const pressed = useRef(false);
  useEffect(
    () => () => {
      if (pressed.current && document.activeElement === document.body)
        document.getElementById(focusAfter)?.focus();
    },
    [focusAfter],
  );
  return (
    <form
      action={action}
      onSubmit={() => {
        pressed.current = true;
      }}
    >
      <input type="hidden" name="sku" value={sku} />
      <PageFields locale={locale} />
      <button type="submit" disabled={sending} aria-label={labels.label} className="link min-h-11 text-sm">
        {labels.button}
      </button>
    </form>
  );
}
