import { BasketCount } from "@/components/basket/basket-count";
import type { Locale } from "@/lib/i18n/config";
import { messagesOf } from "@/lib/i18n/messages";

/** The link to the basket in the header; the number comes from /api/basket, so that the page around can be static. */
export function BasketBadge({ locale, className }: { locale: Locale; className?: string }) {
  const { badge } = messagesOf(locale).basket;
  return <BasketCount href={`/${locale}/basket`} labels={badge} className={className} />;
}
