import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/admin/action-form";
import { Panel } from "@/components/admin/panel";
import { WithdrawalCard } from "@/components/admin/withdrawal-card";
import type { Withdrawal } from "@/lib/db/schema";
import type { Locale } from "@/lib/i18n/config";
import { settleAction } from "./desk-actions";

/** The withdrawals that were declared for the order, with the button that says one is dealt with. */
export async function OrderWithdrawals({
  withdrawals,
  locale,
}: {
  withdrawals: Withdrawal[];
  locale: Locale;
}) {
  if (withdrawals.length === 0) return null;
  const t = await getTranslations();
  return (
    <Panel title={t("desk.withdrawals.title")} id="withdrawals">
      <ul className="[&>li]:border-t [&>li]:py-3 [&>li:first-child]:border-t-0">
        {withdrawals.map((withdrawal) => (
          <li key={withdrawal.id} id={withdrawal.id} className="flex flex-col gap-3">
            <WithdrawalCard withdrawal={withdrawal} locale={locale} />
            <ActionForm
              action={settleAction}
              hidden={{ locale, withdrawalId: withdrawal.id }}
              open={withdrawal.settledAt === null}
              variant="secondary"
              size="small"
              labels={{
                submit: t("desk.withdrawals.settle"),
                sending: t("desk.withdrawals.sending"),
                supportId: t("admin.errors.supportId"),
              }}
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
