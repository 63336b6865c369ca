import { Price } from "@/components/ui/price";
import type { PricedLine } from "@/lib/basket/types";
import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { formatCents } from "@/lib/money";

/** What is ordered, a line for each article. */
export function Articles({ lines, locale }: { lines: PricedLine[]; locale: Locale }) {
  const t = translator(locale, "checkout");
  return (
    <ul className="flex flex-col gap-3 border-b border-line pb-4">
      {lines
        .filter((line) => line.type === "article")
        .map((line) => (
          <li key={line.sku} className="flex items-baseline justify-between gap-6">
            <span className="min-w-0 break-words">
              {line.name}
              <span className="block text-sm text-quiet tabular-nums">
                {t("summary.quantity", {
                  quantity: line.quantity,
                  price: formatCents(line.unitPrice, locale),
                })}
              </span>
            </span>
            <Price amount={line.total} locale={locale} />
          </li>
        ))}
    </ul>
  );
}
