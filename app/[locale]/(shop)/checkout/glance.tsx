import { Totals } from "@/components/basket/totals";
import { Price } from "@/components/ui/price";
import type { PricedBasket } from "@/lib/basket/types";
import type { Delivery } from "@/lib/db/schema";
import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { Articles } from "./articles";

type Props = { priced: PricedBasket; collected: PricedBasket | null; locale: Locale };

const sent = "group-has-[#delivery-collection:checked]/checkout:hidden";
const fetched = "hidden group-has-[#delivery-collection:checked]/checkout:inline";

/**
 * Order and total beside the form, always in sight: on narrow screens a bar that stays at the top and unfolds. The
 * summary above the button is the one that counts; this one is gone from print.
 */
export function Glance({ priced, collected, locale }: Props) {
  const t = translator(locale, "checkout");
  const total = (
    <span className="font-medium">
      <span className="sr-only">{t("summary.total")} </span>
      <Price amount={priced.total} locale={locale} className={collected ? sent : ""} />
      {collected ? <Price amount={collected.total} locale={locale} className={fetched} /> : null}
    </span>
  );
  return (
    <>
      <details className="stays-on-top group/glance sticky top-0 z-10 -mx-5 mt-6 border-y border-line bg-sheet px-5 sm:-mx-8 sm:px-8 lg:hidden print:hidden">
        <summary className="flex min-h-12 items-center justify-between gap-4">
          <span className="text-ink underline underline-offset-4">{t("summary.glance")}</span>
          {total}
        </summary>
        <div className="max-h-[60dvh] overflow-y-auto py-4">
          <Articles lines={priced.lines} locale={locale} />
        </div>
      </details>
      <aside
        aria-label={t("summary.glance")}
        className="sticky top-8 hidden max-h-[calc(100dvh-4rem)] overflow-y-auto rounded border border-line bg-sheet p-6 text-sm lg:col-span-4 lg:col-start-9 lg:row-span-2 lg:row-start-1 lg:block print:hidden"
      >
        <Articles lines={priced.lines} locale={locale} />
        <div className="pt-4">
          <Sums priced={priced} collected={collected} locale={locale} />
        </div>
      </aside>
    </>
  );
}

function Sums({ priced, collected, locale }: Props) {
  const ways: [Delivery, PricedBasket | null, string][] = [
    ["shipping", priced, sent],
    ["collection", collected, "hidden group-has-[#delivery-collection:checked]/checkout:block"],
  ];
  return ways.map(([delivery, basket, className]) =>
    basket ? (
      <div key={delivery} className={className}>
        <Totals priced={basket} locale={locale} delivery={delivery} />
      </div>
    ) : null,
  );
}
