import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { type Fact, Facts } from "@/components/admin/facts";
import { methodName } from "@/components/admin/method-name";
import { Moment } from "@/components/admin/moment";
import { StatusLine } from "@/components/ui/status-line";
import { env } from "@/lib/env";
import type { Locale } from "@/lib/i18n/config";
import { environmentOf, testConnection } from "@/lib/settings/connection";

/** Asks secuconnect now and says what it answers, and which secuconnect this is. */
export async function ConnectionFacts({ locale, lastPushAt }: { locale: Locale; lastPushAt: Date | null }) {
  const settings = env();
  const [connection, t] = await Promise.all([
    testConnection(settings),
    getTranslations("settings.connection"),
  ]);
  const facts: Fact[] = [
    { label: t("address"), value: settings.SECUCONNECT_URL, mono: true },
    { label: t("environment"), value: t(environmentOf(settings.SECUCONNECT_URL)) },
    { label: t("mode"), value: settings.SECUCONNECT_LIVE ? t("real") : t("demo") },
    { label: t("contract"), value: settings.SECUCONNECT_CONTRACT_ID, mono: true },
  ];
  if (connection.ok) {
    const names = connection.methods.map((method) => methodName(method, locale)).join(", ");
    const minutes = Math.floor((connection.tokenSeconds ?? 0) / 60);
    facts.push(
      { label: t("methods"), value: names || t("none") },
      { label: t("token"), value: minutes > 0 ? t("tokenLife", { minutes }) : t("tokenOk") },
      { label: t("time"), value: `${connection.ms} ms` },
    );
  } else if (connection.supportId) {
    facts.push({ label: t("supportId"), value: connection.supportId, mono: true });
  }
  const pushed = lastPushAt ? <Moment at={lastPushAt} locale={locale} seconds /> : t("noPush");
  return (
    <div className="flex flex-col gap-4">
      <StatusLine
        tone={connection.ok ? "good" : "bad"}
        detail={connection.ok ? null : <p className="wrap-anywhere">{connection.message}</p>}
      >
        {connection.ok ? t("ok") : t(`kind.${connection.kind}`)}
      </StatusLine>
      <Facts facts={[...facts, { label: t("lastPush"), value: pushed }]} />
      <p>
        <Link className="link py-2" href={`/${locale}/admin/settings`} prefetch={false}>
          {t("again")}
        </Link>
      </p>
    </div>
  );
}
