"use client";

import { useActionState } from "react";
import { PageFields } from "@/components/basket/page-fields";
import { setRoundUp } from "@/lib/basket/actions";

type Props = { locale: string; on: boolean; text: string; button: string };

/** One button that rounds the total up for a donation or takes the donation out. Works without JavaScript. */
export function RoundUpForm({ locale, on, text, button }: Props) {
  const [, action, sending] = useActionState(setRoundUp, null);
  return (
    <form action={action} className="text-sm">
      <PageFields locale={locale} />
      <input type="hidden" name="roundUp" value={on ? "0" : "1"} />
      <p className="text-quiet">{text}</p>
      <button type="submit" disabled={sending} className="link min-h-11">
        {button}
      </button>
    </form>
  );
}
