import { freeShippingFrom, shippingCost } from "@/lib/basket/price";
import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { formatCents } from "@/lib/money";

/** Three things to know before buying: shipping, payment, return. */
export function ServiceStrip({ locale }: { locale: Locale }) {
  const t = translator(locale, "shop");
  const points = [
    {
      title: t("home.service.shipping", { price: formatCents(shippingCost, locale) }),
      detail: t("home.service.shippingDetail", { free: formatCents(freeShippingFrom, locale) }),
    },
    { title: t("home.service.payment"), detail: t("home.service.paymentDetail") },
    { title: t("home.service.return"), detail: t("home.service.returnDetail") },
  ];
  return (
    <section aria-label={t("home.service.label")} className="mt-10 border-y border-line md:mt-12">
      <ul className="grid divide-y divide-line sm:grid-cols-3 sm:divide-x sm:divide-y-0">
        {points.map(({ title, detail }) => (
          <li key={title} className="py-5 sm:px-8 sm:py-6 sm:first:pl-0 sm:last:pr-0">
            <p className="font-medium">{title}</p>
            <p className="text-sm text-quiet">{detail}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
