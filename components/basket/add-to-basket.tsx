import { AddToBasketForm } from "@/components/basket/add-to-basket-form";
import { StatusLine } from "@/components/ui/status-line";
import type { Locale } from "@/lib/i18n/config";
import { messagesOf, translator } from "@/lib/i18n/messages";

type Props = { sku: string; max: number; locale: Locale };

/** Quantity and "In den Korb" for one article; `max` is how many there were when the page was made. Fits static pages. */
export function AddToBasket({ sku, max, locale }: Props) {
  const t = translator(locale, "basket");
  if (max <= 0) return <StatusLine tone="neutral">{t("add.soldOut")}</StatusLine>;
  const { add, errors } = messagesOf(locale).basket;
  const labels = { ...add, errors: { ...errors, limited: t("errors.limited", { max }) } };
  return <AddToBasketForm sku={sku} max={Math.min(max, 99)} locale={locale} labels={labels} />;
}
