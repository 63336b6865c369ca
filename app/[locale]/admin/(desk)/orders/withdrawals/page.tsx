import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/admin/action-form";
import { WithdrawalCard } from "@/components/admin/withdrawal-card";
import { requireAdmin } from "@/lib/auth/current-admin";
import { isLocale } from "@/lib/i18n/config";
import { openWithdrawals } from "@/lib/reports/today";
import { getContext } from "@/lib/runtime";
import { settleAction } from "../[id]/desk-actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: `${t("desk.withdrawals.title")} · ${t("admin.meta.title")}` };
}

/** Withdrawals that nobody dealt with yet, also those whose order was not found. */
export default async function WithdrawalsPage({ params }: PageProps<"/[locale]/admin/orders/withdrawals">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  await requireAdmin(locale, "/admin/orders/withdrawals");
  const { db } = await getContext();
  const { count, first } = await openWithdrawals(db, 100);
  const t = await getTranslations();
  const search = (text: string) => `/${locale}/admin/orders?q=${encodeURIComponent(text)}`;
  return (
    <>
      <h1 className="mb-4 text-xl font-semibold">{t("desk.withdrawals.title")}</h1>
      {count === 0 ? (
        <p className="rounded border border-line bg-sheet p-6 text-quiet">{t("desk.withdrawals.none")}</p>
      ) : null}
      <ul className="grid gap-4 lg:grid-cols-2">
        {first.map((withdrawal) => (
          <li
            key={withdrawal.id}
            id={withdrawal.id}
            className="flex min-w-0 flex-col gap-3 rounded border border-line bg-sheet p-4"
          >
            <WithdrawalCard withdrawal={withdrawal} locale={locale} />
            {withdrawal.orderId ? (
              <Link className="link" href={`/${locale}/admin/orders/${withdrawal.orderId}`}>
                {t("desk.withdrawals.toOrder")}
              </Link>
            ) : (
              <Link className="link" href={search(withdrawal.email)}>
                {t("desk.withdrawals.find")}
              </Link>
            )}
            <ActionForm
              action={settleAction}
              hidden={{ locale, withdrawalId: withdrawal.id }}
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
    </>
  );
}
