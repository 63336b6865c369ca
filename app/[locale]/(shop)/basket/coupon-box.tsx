import type { Locale } from "@/lib/i18n/config";
import { messagesOf, translator } from "@/lib/i18n/messages";
import { CouponForm, RemoveCouponForm } from "./coupon-forms";

/** The coupon field, or the entered coupon with a way to take it out. */
export function CouponBox({ entered, locale }: { entered: string | null; locale: Locale }) {
  const t = translator(locale, "basket");
  if (entered)
    return (
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <span>{t("coupon.entered", { code: entered })}</span>
        <RemoveCouponForm
          locale={locale}
          labels={{ button: t("line.remove"), label: t("coupon.remove", { code: entered }) }}
        />
      </div>
    );
  const { errors } = messagesOf(locale).basket;
  const labels = { label: t("coupon.label"), button: t("coupon.button"), errors };
  return <CouponForm locale={locale} labels={labels} />;
}
