import type { ReactNode } from "react";
import { Totals } from "@/components/basket/totals";
import { Sheet } from "@/components/ui/sheet";
import { freeShippingFrom } from "@/lib/basket/price";
import type { PricedBasket } from "@/lib/basket/types";
import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { cents, formatCents } from "@/lib/money";

type Props = { priced: PricedBasket; locale: Locale; children: ReactNode };

/** The basket's sums on their sheet, and how much is missing for free shipping; the coupon box comes as child. */
export function Sums({ priced, locale, children }: Props) {
  const t = translator(locale, "basket");
  const missing = cents(Math.max(0, freeShippingFrom - (priced.goods - priced.discount)));
  return (
    <Sheet className="flex flex-col gap-6">
      <h2 className="font-serif text-2xl">{t("sums.title")}</h2>
      {/* Tells those who do not see the sums change what a changed quantity or a coupon comes to. */}
      <p role="status" className="sr-only">
        {t("sums.total")}: {formatCents(priced.total, locale)}
      </p>
      <Totals priced={priced} locale={locale} />
      {priced.shipping > 0 ? (
        <p className="text-sm text-quiet">{t("sums.toFree", { missing: formatCents(missing, locale) })}</p>
      ) : null}
      {children}
    </Sheet>
  );
}
