import Link from "next/link";
import { StatusLine } from "@/components/ui/status-line";
import { lastOrderToken } from "@/lib/basket/last-order";
import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";

/** The way to the order for a buyer who came back from the pay page with the Back button. */
export async function LastOrder({ locale }: { locale: Locale }) {
  const token = await lastOrderToken();
  if (!token) return null;
  const t = translator(locale, "checkout");
  return (
    <StatusLine tone="neutral" className="mt-6">
      {t("lastOrder.text")}{" "}
      <Link className="link" href={`/${locale}/orders/${token}`} prefetch={false}>
        {t("lastOrder.link")}
      </Link>
    </StatusLine>
  );
}
