import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { locale as rootLocale } from "next/root-params";
import { StatusLine } from "@/components/ui/status-line";
import { fingerprint } from "@/lib/basket/fingerprint";
import { lastOrderToken } from "@/lib/basket/last-order";
import type { BasketProblem } from "@/lib/basket/types";
import { isLocale, type Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { formatLastDay } from "@/lib/links/last-day";
import { linkMethods } from "@/lib/links/methods";
import { priceLink } from "@/lib/links/price";
import { findLinkByToken } from "@/lib/links/read";
import { linkState } from "@/lib/links/state";
import { getContext } from "@/lib/runtime";
import { CheckoutForm } from "../../checkout/checkout-form";
import { formLabels } from "../../checkout/form-labels";
import { paymentChoices } from "../../checkout/payment-choices";
import { Terms } from "../../checkout/terms";
import { payLinkAction } from "./actions";
import { LinkOver } from "./link-over";
import { LinkSummary } from "./link-summary";

export async function generateMetadata(): Promise<Metadata> {
  const title = translator(await pageLocale(), "links")("pay.metaTitle");
  return { title, robots: { index: false, follow: false }, referrer: "same-origin" };
}

/** What somebody opens who was sent a payment link: what it is for, and the order form. */
export default async function PayPage({ params }: PageProps<"/[locale]/pay/[token]">) {
  const { token } = await params;
  const locale = await pageLocale();
  const ctx = await getContext();
  const view = await findLinkByToken(ctx.db, token);
  if (!view) notFound();
  const { link, order } = view;
  const state = linkState(link, order, ctx.now());
  if (state !== "open")
    return <LinkOver view={view} state={state} lastOrder={await lastOrderToken()} locale={locale} />;

  const { priced, problems } = await priceLink(ctx.db, link, { locale, now: ctx.now() });
  const t = translator(locale, "links");
  const sendsGoods = link.items !== null;
  return (
    <div className="mx-auto max-w-prose py-10 sm:py-16">
      <p className="text-sm text-quiet">
        {t("pay.eyebrow")}
        {link.expiresAt ? ` · ${t("pay.validUntil", { date: formatLastDay(link.expiresAt, locale) })}` : null}
      </p>
      <h1 className="mt-2 font-serif text-3xl wrap-anywhere sm:text-4xl">{link.text}</h1>
      {problems.length > 0 ? (
        <Unavailable problems={problems} locale={locale} />
      ) : (
        <CheckoutForm
          locale={locale}
          formToken={ctx.newToken()}
          shown={fingerprint(priced)}
          shownCollection={null}
          methods={paymentChoices(await linkMethods(ctx, link), locale)}
          labels={await formLabels(locale)}
          terms={<Terms locale={locale} />}
          place={payLinkAction}
          hidden={{ link: link.token }}
          sendsGoods={sendsGoods}
        >
          <LinkSummary priced={priced} sendsGoods={sendsGoods} locale={locale} />
        </CheckoutForm>
      )}
    </div>
  );
}

function Unavailable({ problems, locale }: { problems: BasketProblem[]; locale: Locale }) {
  const t = translator(locale, "links");
  return (
    <div className="mt-8">
      <StatusLine tone="bad" detail={t("pay.unavailableText")}>
        {t("pay.unavailable")}
      </StatusLine>
      <ul className="mt-4 list-disc pl-6 text-quiet">
        {problems.map((problem) =>
          "sku" in problem ? <li key={problem.sku}>{shortage(problem, locale)}</li> : null,
        )}
      </ul>
    </div>
  );
}

function shortage(problem: Extract<BasketProblem, { sku: string }>, locale: Locale): string {
  const t = translator(locale, "links");
  if (problem.kind === "unknown_item") return t("pay.gone", { sku: problem.sku });
  const available = problem.kind === "limited" ? problem.available : 0;
  return t("pay.short", { name: problem.name, available });
}

async function pageLocale(): Promise<Locale> {
  const locale = await rootLocale();
  return isLocale(locale) ? locale : "de";
}
