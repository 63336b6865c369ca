import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { formatLastDay } from "@/lib/links/last-day";

/** The last day on which something holds. */
export function Until({ end, locale }: { end: Date | null; locale: Locale }) {
  if (!end) return <span className="text-quiet">{translator(locale, "links")("view.forever")}</span>;
  return <span className="whitespace-nowrap tabular-nums">{formatLastDay(end, locale)}</span>;
}
