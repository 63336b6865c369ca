import { Price } from "@/components/ui/price";
import type { PricedBasket } from "@/lib/basket/types";
import type { Delivery } from "@/lib/db/schema";
import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { cents, formatCents } from "@/lib/money";

type Props = { priced: PricedBasket; locale: Locale; delivery?: Delivery };

/** Goods, discount, shipping and total with the VAT in it; the same block in the basket and above the order button. */
export function Totals({ priced, locale, delivery = "shipping" }: Props) {
  const t = translator(locale, "basket");
  const taxed = priced.vatGroups.filter(({ percent }) => percent > 0);
  return (
    <dl className="flex flex-col gap-2">
      <Row name={t("sums.goods")}>
        <Price amount={priced.goods} locale={locale} />
      </Row>
      {priced.couponCode ? (
        <Row name={t("sums.discount", { code: priced.couponCode })}>
          <Price amount={cents(-priced.discount)} locale={locale} />
        </Row>
      ) : null}
      <Row name={t(delivery === "collection" ? "sums.pickUp" : "sums.shipping")}>
        {priced.shipping > 0 ? <Price amount={priced.shipping} locale={locale} /> : t("sums.shippingFree")}
      </Row>
      {priced.donation > 0 ? (
        <Row name={t("sums.donation")}>
          <Price amount={priced.donation} locale={locale} />
        </Row>
      ) : null}
      <div className="mt-2 flex items-baseline justify-between gap-6 border-t border-line pt-4 text-lg font-medium">
        <dt>{t("sums.total")}</dt>
        <dd>
          <Price amount={priced.total} locale={locale} />
        </dd>
      </div>
      {taxed.map(({ percent, vat }) => (
        <div key={percent} className="text-right text-sm text-quiet tabular-nums">
          <dt className="sr-only">{t("sums.vatName", { percent })}</dt>
          <dd>{t("sums.vat", { percent, vat: formatCents(vat, locale) })}</dd>
        </div>
      ))}
    </dl>
  );
}

function Row({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-6">
      <dt>{name}</dt>
      <dd className="tabular-nums">{children}</dd>
    </div>
  );
}
