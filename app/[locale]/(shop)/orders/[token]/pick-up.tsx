import type { Order } from "@/lib/db/schema";
import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { readPickupPlace } from "@/lib/orders/pickup-place";
import type { BuyerSituation } from "@/lib/orders/situation";
import { getContext } from "@/lib/runtime";

type Props = { order: Order; situation: BuyerSituation; locale: Locale };

/** Where the goods are fetched, and the code to name there once the payment is accepted. */
export async function PickUp({ order, situation, locale }: Props) {
  const t = translator(locale, "order");
  if (order.state !== "open" && order.state !== "confirmed") return null;
  const ready = situation === "accepted_paid" || situation === "accepted_unpaid";
  return (
    <section aria-labelledby="pick-up" className="rounded border border-line bg-sheet p-5 sm:p-8">
      <h2 id="pick-up" className="font-serif text-2xl">
        {t("pickUp.heading")}
      </h2>
      <p className="mt-2">{await readPickupPlace((await getContext()).db, locale)}</p>
      {ready && order.pickupCode ? (
        <dl className="mt-4">
          <dt className="text-sm text-quiet">{t("pickUp.code")}</dt>
          <dd className="font-serif text-4xl tabular-nums tracking-widest">{order.pickupCode}</dd>
        </dl>
      ) : (
        <p className="mt-2 text-quiet">{t("pickUp.later")}</p>
      )}
    </section>
  );
}
