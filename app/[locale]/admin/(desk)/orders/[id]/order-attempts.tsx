import { getTranslations } from "next-intl/server";
import { Facts } from "@/components/admin/facts";
import { methodName } from "@/components/admin/method-name";
import { formatMoment } from "@/components/admin/moment";
import { Panel } from "@/components/admin/panel";
import type { PaymentAttempt } from "@/lib/db/schema";
import { groupIban } from "@/lib/girocode/iban";
import type { Locale } from "@/lib/i18n/config";

/** Each try to pay with its ids at secuconnect, the newest first, and where the buyer transfers to. */
export async function OrderAttempts({ attempts, locale }: { attempts: PaymentAttempt[]; locale: Locale }) {
  const t = await getTranslations("admin.attempts");
  return (
    <Panel title={t("title")} id="attempts">
      {attempts.length === 0 ? <p className="text-quiet">{t("none")}</p> : null}
      <ol className="flex flex-col gap-4 [&>li:not(:first-child)]:border-t [&>li:not(:first-child)]:pt-4">
        {attempts.map((attempt) => (
          <li key={attempt.id}>
            <Attempt attempt={attempt} locale={locale} />
          </li>
        ))}
      </ol>
    </Panel>
  );
}

async function Attempt({ attempt, locale }: { attempt: PaymentAttempt; locale: Locale }) {
  const t = await getTranslations("admin");
  const { transfer } = attempt;
  return (
    <>
      <h3 className="mb-1 font-medium">{methodName(attempt.method, locale)}</h3>
      <Facts
        facts={[
          { label: t("attempts.state"), value: t(`attemptState.${attempt.state}`) },
          { label: t("attempts.reference"), value: attempt.merchantRef, mono: true },
          { label: t("attempts.stx"), value: attempt.stxId, mono: true },
          { label: t("attempts.pci"), value: attempt.pciId, mono: true },
          { label: t("attempts.ta"), value: attempt.transId, mono: true },
        ]}
      />
      <p className="mt-2 text-xs text-quiet">
        {attempt.lastCheckedAt
          ? t("attempts.lastChecked", { date: formatMoment(attempt.lastCheckedAt, locale, true) })
          : t("attempts.neverChecked")}
        {attempt.checks > 0 ? ` · ${t("attempts.checks", { count: attempt.checks })}` : null}
      </p>
      {transfer ? (
        <>
          <h4 className="mt-3 mb-1 font-medium">{t("order.transfer")}</h4>
          <Facts
            facts={[
              { label: t("order.owner"), value: transfer.owner },
              { label: t("order.iban"), value: groupIban(transfer.iban), mono: true },
              { label: t("order.bic"), value: transfer.bic, mono: true },
              { label: t("order.bank"), value: transfer.bankname },
              { label: t("order.purpose"), value: transfer.purpose },
            ]}
          />
        </>
      ) : null}
    </>
  );
}
