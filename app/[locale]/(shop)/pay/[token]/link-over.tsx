import { LinkButton } from "@/components/ui/link-button";
import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { formatLastDay } from "@/lib/links/last-day";
import type { LinkView } from "@/lib/links/read";
import type { LinkState } from "@/lib/links/state";

type Props = {
  view: LinkView;
  state: Exclude<LinkState, "open">;
  /** The order that was placed in this browser a moment ago. */
  lastOrder: string | null;
  locale: Locale;
};

/** Why nothing can be ordered by this link. The order's page is shown only to the browser that ordered. */
export function LinkOver({ view: { link, order }, state, lastOrder, locale }: Props) {
  const t = translator(locale, "links");
  const part = state === "waiting" ? "taken" : state;
  const own = order && (state === "waiting" || state === "paid") && order.token === lastOrder ? order : null;
  const over = state === "expired" || state === "ended";
  const date = link.expiresAt ? formatLastDay(link.expiresAt, locale) : "";
  return (
    <div className="mx-auto max-w-prose py-10 sm:py-16">
      <p className="text-sm text-quiet wrap-anywhere">{link.text}</p>
      <h1 className="mt-2 font-serif text-3xl sm:text-4xl">{t(`pay.${part}.title`)}</h1>
      <p className="mt-4">{t(`pay.${part}.text`, { date })}</p>
      {own ? (
        <LinkButton className="mt-8" href={`/${locale}/orders/${own.token}`} prefetch={false}>
          {t(`pay.${part}.button`)}
        </LinkButton>
      ) : null}
      {over ? (
        <LinkButton variant="secondary" className="mt-8" href={`/${locale}`}>
          {t(`pay.${part}.button`)}
        </LinkButton>
      ) : null}
    </div>
  );
}
