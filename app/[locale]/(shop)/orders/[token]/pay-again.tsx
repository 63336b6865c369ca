import { PayAgainForm } from "@/components/order/pay-again-form";
import { debitLabels } from "@/components/payment/debit-labels";
import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import type { OrderView } from "@/lib/orders/read";
import type { BuyerSituation } from "@/lib/orders/situation";
import { asMethod, isExternal, type OfferedMethod, offeredMethods } from "@/lib/payments/methods";
import { getContext } from "@/lib/runtime";
import { payAgainAction } from "./actions";

type Props = { view: OrderView; locale: Locale; situation: BuyerSituation };

/** The ways in which an order that is already placed can still be paid. */
export async function PayAgain({ view, locale, situation }: Props) {
  const t = translator(locale, "order");
  const offered = await offeredMethods(await getContext());
  const asksAccount = offered.some(({ method, flow }) => method === "debit" && flow === "own");
  const labels = debitLabels(locale);
  const last = asMethod(view.attempt.method);
  return (
    <section aria-labelledby="pay-again" className="print:hidden">
      <h2 id="pay-again" className="font-serif text-2xl">
        {t("again.heading")}
      </h2>
      <PayAgainForm
        action={payAgainAction}
        token={view.order.token}
        locale={locale}
        options={offered
          .filter((offer) => mayRepeat(offer, view, situation))
          .map(({ method }) => ({ method, label: t(`method.${method}`) }))}
        chosen={situation === "payment_failed" ? null : last}
        debit={asksAccount ? labels : null}
        texts={{
          legend: t("again.heading"),
          submit: situation === "buyer_paying" ? t("again.continue") : t("again.submit"),
          sending: t("again.sending"),
          reasons: {
            already_paid: t("again.already_paid"),
            order_closed: t("again.order_closed"),
            unreachable: t("again.unreachable"),
            method: t("again.method"),
            too_long_70: translator(locale, "checkout")("errors.too_long_70"),
            ...labels.problems,
          },
        }}
      />
    </section>
  );
}

/** What scoring has refused it refuses again; what a provider's page has refused may go through next time. */
function mayRepeat({ method }: OfferedMethod, { attempt }: OrderView, situation: BuyerSituation): boolean {
  const refusedHere = situation === "payment_failed" && method === attempt.method && attempt.flow === "own";
  return !refusedHere || isExternal(method);
}
