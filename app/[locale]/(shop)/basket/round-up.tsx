import { missingToEuro } from "@/lib/basket/price";
import type { PricedBasket } from "@/lib/basket/types";
import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { cents, formatCents } from "@/lib/money";
import { RoundUpForm } from "./round-up-form";

type Props = { priced: PricedBasket; on: boolean; locale: Locale };

/** The offer to round the total up. A total of full euros has nothing to round and is not asked about. */
export function RoundUp({ priced, on, locale }: Props) {
  const t = translator(locale, "basket");
  const donation = on ? priced.donation : missingToEuro(priced.total);
  if (priced.count === 0 || (!on && donation === 0)) return null;
  const amounts = {
    donation: formatCents(donation, locale),
    total: formatCents(cents(on ? priced.total : priced.total + donation), locale),
  };
  return (
    <RoundUpForm
      locale={locale}
      on={on}
      text={t(on ? "roundUp.on" : "roundUp.offer", amounts)}
      button={t(on ? "roundUp.remove" : "roundUp.button")}
    />
  );
}
