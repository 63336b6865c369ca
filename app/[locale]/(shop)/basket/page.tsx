import type { Metadata } from "next";
import { locale as rootLocale } from "next/root-params";
import { Problems } from "@/components/basket/problems";
import { SyncBadge } from "@/components/basket/sync-badge";
import { LinkButton } from "@/components/ui/link-button";
import { countPieces } from "@/lib/basket/codec";
import { priceBasket } from "@/lib/basket/commands";
import { readBasket } from "@/lib/basket/cookie";
import { isLocale, type Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { offeredMethods } from "@/lib/payments/methods";
import { getContext } from "@/lib/runtime";
import { BasketLine } from "./basket-line";
import { CouponBox } from "./coupon-box";
import { Facts } from "./facts";
import { RoundUp } from "./round-up";
import { Sums } from "./sums";

const titleId = "basket-title";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await pageLocale(), "basket")("title"), robots: { index: false } };
}

export default async function BasketPage() {
  const locale = await pageLocale();
  const basket = await readBasket();
  const context = await getContext();
  const now = context.now();
  const { priced, problems, products } = await priceBasket(context.db, basket, { locale, now });
  const t = translator(locale, "basket");
  const title = (
    <h1 id={titleId} tabIndex={-1} className="font-serif text-4xl">
      {t("title")}
    </h1>
  );

  if (basket.items.length === 0)
    return (
      <div className="py-16">
        <SyncBadge count={0} />
        {title}
        <p className="mt-4 text-quiet">{t("empty.text")}</p>
        <LinkButton className="mt-8" href={`/${locale}/products`}>
          {t("empty.button")}
        </LinkButton>
      </div>
    );

  return (
    <div className="py-10 sm:py-16">
      <SyncBadge count={countPieces(basket)} />
      {title}
      <Problems problems={problems} locale={locale} />
      <div className="mt-8 grid grid-cols-1 gap-10 lg:grid-cols-12">
        <ul className="border-t border-line lg:col-span-7">
          {basket.items.map(({ sku }) => (
            <BasketLine
              key={sku}
              sku={sku}
              product={products.find((product) => product.sku === sku)}
              line={priced.lines.find((line) => line.sku === sku)}
              locale={locale}
              titleId={titleId}
            />
          ))}
        </ul>
        <div className="flex flex-col gap-8 lg:col-span-5">
          <Sums priced={priced} locale={locale}>
            <CouponBox entered={basket.coupon} locale={locale} />
            <RoundUp priced={priced} on={basket.roundUp === true} locale={locale} />
          </Sums>
          {priced.count > 0 ? (
            <LinkButton size="large" href={`/${locale}/checkout`} prefetch={false}>
              {t("checkout")}
            </LinkButton>
          ) : null}
          <Facts
            methods={await offeredMethods(context)}
            pickUp={context.settings.pickupStore !== null}
            locale={locale}
          />
        </div>
      </div>
    </div>
  );
}

async function pageLocale(): Promise<Locale> {
  const locale = await rootLocale();
  return isLocale(locale) ? locale : "de";
}
