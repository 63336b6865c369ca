"use client";

import { useActionState } from "react";
import { PageFields } from "@/components/basket/page-fields";
import { setRoundUp } from "@/lib/basket/actions";

type Props = { locale: string; on: boolean; text: string; button: string };

/** One button that rounds the total up for a donation or takes the donation out. Works without JavaScript. */
export function RoundUpForm({ locale, on, text, button }: Props) {
  const [, action, sending] = useActionState(setRoundUp, null);
  return (
    <form action={action} className="flex flex-wrap items-center justify-between gap-x-4 text-sm">
      <PageFields locale={locale} />
      <input type="hidden" name="roundUp" value={on ? "0" : "1"} />
      <span className="text-quiet">{text}</span>
      <button type="submit" disabled={sending} className="link min-h-11">
        {button}
      </button>
    </form>
  );
}
