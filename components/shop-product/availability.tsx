import { StatusLine } from "@/components/ui/status-line";
import type { ProductView } from "@/lib/catalog/product-view";
import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";

/** Whether there are any left, and when they arrive. */
export function Availability({ product, locale }: { product: ProductView; locale: Locale }) {
  const t = translator(locale, "shop");
  switch (product.availability) {
    case "sold_out":
      return (
        <StatusLine tone="neutral" detail={t("product.soldOutDetail")}>
          {t("product.soldOut")}
        </StatusLine>
      );
    case "few":
      return (
        <StatusLine tone="waiting" detail={t("product.delivery")}>
          {t("product.few", { count: product.available })}
        </StatusLine>
      );
    case "in_stock":
      return (
        <StatusLine tone="good" detail={t("product.delivery")}>
          {t("product.inStock")}
        </StatusLine>
      );
  }
}
