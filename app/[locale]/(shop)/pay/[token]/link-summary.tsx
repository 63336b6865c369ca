import { Totals } from "@/components/basket/totals";
import { Price } from "@/components/ui/price";
import type { PricedBasket } from "@/lib/basket/types";
import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { formatCents } from "@/lib/money";

type Props = { priced: PricedBasket; sendsGoods: boolean; locale: Locale };

/** What is ordered and what it costs, right above the order button and with nothing in between (§ 312j (2) BGB). */
export function LinkSummary({ priced, sendsGoods, locale }: Props) {
  const t = translator(locale, "checkout");
  const articles = priced.lines.filter((line) => line.type === "article");
  return (
    <section aria-labelledby="summary-title" className="flex flex-col gap-4">
      <h2 id="summary-title" className="font-serif text-2xl">
        {translator(locale, "links")("pay.summary")}
      </h2>
      <ul className="flex flex-col gap-3 border-b border-line pb-4">
        {articles.map((line) => (
          <li key={line.sku ?? line.name} className="flex items-baseline justify-between gap-6">
            <span className="min-w-0 wrap-anywhere">
              {line.name}
              {sendsGoods ? (
                <span className="block text-sm text-quiet tabular-nums">
                  {t("summary.quantity", {
                    quantity: line.quantity,
                    price: formatCents(line.unitPrice, locale),
                  })}
                </span>
              ) : null}
            </span>
            <Price amount={line.total} locale={locale} />
          </li>
        ))}
      </ul>
      {sendsGoods ? (
        <>
          <Totals priced={priced} locale={locale} />
          <p className="text-sm text-quiet">{t("summary.delivery")}</p>
        </>
      ) : (
        <AmountWithVat priced={priced} locale={locale} />
      )}
    </section>
  );
}

/** A free amount has no shipping to speak of. */
function AmountWithVat({ priced, locale }: Omit<Props, "sendsGoods">) {
  const t = translator(locale, "basket");
  return (
    <dl className="flex flex-col gap-2">
      <div className="flex items-baseline justify-between gap-6 text-lg font-medium">
        <dt>{t("sums.total")}</dt>
        <dd>
          <Price amount={priced.total} locale={locale} />
        </dd>
      </div>
      {priced.vatGroups
        .filter(({ percent }) => percent > 0)
        .map(({ percent, vat }) => (
          <div key={percent} className="text-right text-sm text-quiet tabular-nums">
            <dt className="sr-only">{t("sums.vatName", { percent })}</dt>
            <dd>{t("sums.vat", { percent, vat: formatCents(vat, locale) })}</dd>
          </div>
        ))}
    </dl>
  );
}
