import type { Locale } from "@/lib/i18n/config";
import { messagesOf, translator } from "@/lib/i18n/messages";
import { CouponForm, RemoveCouponForm } from "./coupon-forms";

/** The coupon field, or the entered coupon with a way to take it out. */
export function CouponBox({ entered, locale }: { entered: string | null; locale: Locale }) {
  const t = translator(locale, "basket");
  if (entered) {
    const label = t("coupon.remove", { code: entered });
    return <RemoveCouponForm locale={locale} label={label} />;
  }
  const { errors } = messagesOf(locale).basket;
  const labels = { label: t("coupon.label"), button: t("coupon.button"), errors };
  return <CouponForm locale={locale} labels={labels} />;
}
