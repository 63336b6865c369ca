import type { Metadata } from "next";
import { locale as rootLocale } from "next/root-params";
import { Problems } from "@/components/basket/problems";
import { SyncBadge } from "@/components/basket/sync-badge";
import { Remembered } from "@/components/customer/remembered";
import { LinkButton } from "@/components/ui/link-button";
import { countPieces } from "@/lib/basket/codec";
import { priceBasket } from "@/lib/basket/commands";
import { readBasket } from "@/lib/basket/cookie";
import { fingerprint } from "@/lib/basket/fingerprint";
import { customerOnDevice } from "@/lib/customers/device";
import { prefill } from "@/lib/customers/prefill";
import { isLocale, type Locale } from "@/lib/i18n/config";
import { messagesOf, translator } from "@/lib/i18n/messages";
import { offeredMethods } from "@/lib/payments/methods";
import { getContext } from "@/lib/runtime";
import { forgetAction } from "../forget-action";
import { CheckoutForm } from "./checkout-form";
import { formLabels } from "./form-labels";
import { Glance } from "./glance";
import { LastOrder } from "./last-order";
import { paymentChoices } from "./payment-choices";
import { Summary } from "./summary";
import { Terms } from "./terms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await pageLocale(), "checkout")("title"), robots: { index: false } };
}

export default async function CheckoutPage() {
  const locale = await pageLocale();
  const context = await getContext();
  const basket = await readBasket();
  const options = { locale, now: context.now() };
  const { priced, problems } = await priceBasket(context.db, basket, options);
  const t = translator(locale, "checkout");

  if (priced.count === 0)
    return (
      <div className="mx-auto max-w-prose py-10 sm:py-16">
        <SyncBadge count={countPieces(basket)} />
        <h1 className="font-serif text-4xl">{t("empty.title")}</h1>
        <LastOrder locale={locale} />
        <Problems problems={problems} locale={locale} />
        <p className="mt-4 text-quiet">{t("empty.text")}</p>
        <LinkButton className="mt-8" href={`/${locale}/products`}>
          {t("empty.button")}
        </LinkButton>
      </div>
    );

  const collected = context.settings.pickupStore
    ? (await priceBasket(context.db, basket, { ...options, delivery: "collection" })).priced
    : null;
  const known = (await customerOnDevice(context))?.customer ?? null;
  return (
    <div className="group/checkout py-10 sm:py-16 lg:grid lg:grid-cols-12 lg:items-start lg:gap-x-12">
      <SyncBadge count={countPieces(basket)} />
      <div className="lg:col-span-7">
        <h1 className="font-serif text-4xl">{t("title")}</h1>
        <Problems problems={problems} locale={locale} />
      </div>
      <Glance priced={priced} collected={collected} locale={locale} />
      <div className="mx-auto w-full max-w-prose lg:col-span-7 lg:mx-0">
        {known ? (
          <div className="mt-8">
            <Remembered action={forgetAction} hidden={{ locale }} texts={messagesOf(locale).customer.known} />
          </div>
        ) : null}
        <CheckoutForm
          key={known?.id ?? "new"}
          locale={locale}
          formToken={context.newToken()}
          shown={fingerprint(priced)}
          shownCollection={collected && fingerprint(collected)}
          methods={paymentChoices(await offeredMethods(context), locale, known?.accountHint)}
          labels={await formLabels(locale)}
          {...(known ? { prefill: prefill(known) } : { offersRemembering: true })}
          terms={<Terms locale={locale} />}
        >
          <Summary priced={priced} collected={collected} locale={locale} />
        </CheckoutForm>
      </div>
    </div>
  );
}

async function pageLocale(): Promise<Locale> {
  const locale = await rootLocale();
  return isLocale(locale) ? locale : "de";
}
