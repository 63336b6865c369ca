import { getTranslations } from "next-intl/server";
import { Facts } from "@/components/admin/facts";
import { formatMoment } from "@/components/admin/moment";
import type { Withdrawal } from "@/lib/db/schema";
import type { Locale } from "@/lib/i18n/config";

/** A withdrawal as it was declared. */
export async function WithdrawalCard({ withdrawal, locale }: { withdrawal: Withdrawal; locale: Locale }) {
  const t = await getTranslations("desk.withdrawals");
  return (
    <Facts
      facts={[
        { label: t("received"), value: formatMoment(withdrawal.receivedAt, locale, true) },
        { label: t("name"), value: withdrawal.name },
        { label: t("reference"), value: withdrawal.orderReference },
        { label: t("email"), value: withdrawal.email },
        { label: t("message"), value: withdrawal.message },
        { label: t("settled"), value: withdrawal.settledAt && formatMoment(withdrawal.settledAt, locale) },
      ]}
    />
  );
}
