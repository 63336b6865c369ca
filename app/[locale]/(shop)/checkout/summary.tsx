import Link from "next/link";
import { Totals } from "@/components/basket/totals";
import type { PricedBasket } from "@/lib/basket/types";
import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { readPickupPlace } from "@/lib/orders/pickup-place";
import { getContext } from "@/lib/runtime";
import { Articles } from "./articles";

type Props = {
  priced: PricedBasket;
  /** The same basket when it is fetched; null when everything is sent. */
  collected: PricedBasket | null;
  locale: Locale;
};

/** What is ordered and what it costs, right above the order button and with nothing in between (§ 312j (2) BGB). */
export async function Summary({ priced, collected, locale }: Props) {
  const t = translator(locale, "checkout");
  const place = collected ? await readPickupPlace((await getContext()).db, locale) : "";
  return (
    <section aria-labelledby="summary-title" className="flex flex-col gap-4">
      <div className="flex items-baseline justify-between gap-6">
        <h2 id="summary-title" className="font-serif text-2xl">
          {t("summary.title")}
        </h2>
        <Link className="link text-sm" href={`/${locale}/basket`}>
          {t("summary.edit")}
        </Link>
      </div>
      <Articles lines={priced.lines} locale={locale} />
      <div className="flex flex-col gap-4 group-has-[#delivery-collection:checked]/checkout:hidden">
        <Totals priced={priced} locale={locale} />
        <p className="text-sm text-quiet">{t("summary.delivery")}</p>
      </div>
      {collected ? (
        <div className="hidden flex-col gap-4 group-has-[#delivery-collection:checked]/checkout:flex">
          <Totals priced={collected} locale={locale} delivery="collection" />
          <p className="text-sm text-quiet">{t("summary.collection", { place })}</p>
        </div>
      ) : null}
    </section>
  );
}
