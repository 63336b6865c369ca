import { freeShippingFrom, shippingCost } from "@/lib/basket/price";
import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { formatCents } from "@/lib/money";
import { readPickupPlace } from "@/lib/orders/pickup-place";
import type { OfferedMethod } from "@/lib/payments/methods";
import { getContext } from "@/lib/runtime";

type Props = { methods: OfferedMethod[]; pickUp: boolean; locale: Locale };

/** Ways to pay and limits of delivery, which the law wants said before the order begins (§ 312j (1) BGB). */
export async function Facts({ methods, pickUp, locale }: Props) {
  const t = translator(locale, "basket");
  const checkout = translator(locale, "checkout");
  const place = pickUp ? await readPickupPlace((await getContext()).db, locale) : null;
  const names = methods.map(({ method }) => checkout(`methods.${method}.name`));
  const delivery = {
    shipping: formatCents(shippingCost, locale),
    freeFrom: formatCents(freeShippingFrom, locale),
  };
  return (
    <section aria-label={t("facts.title")} className="text-sm text-quiet">
      <dl className="flex flex-col gap-3">
        <div>
          <dt className="font-medium text-text">{t("facts.payment")}</dt>
          <dd>{names.join(" · ")}</dd>
        </div>
        <div>
          <dt className="font-medium text-text">{t("facts.delivery")}</dt>
          <dd>{t("facts.deliveryText", delivery)}</dd>
          {place ? <dd>{t("facts.pickUpText", { place })}</dd> : null}
        </div>
      </dl>
    </section>
  );
}
