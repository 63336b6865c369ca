import type { Metadata } from "next";
import Link from "next/link";
import { isLocale, type Locale } from "@/lib/i18n/config";
import { messagesOf, translator } from "@/lib/i18n/messages";
import { alternates, pathIn } from "@/lib/i18n/paths";
import { readOrderByToken } from "@/lib/orders/read";
import { getContext } from "@/lib/runtime";
import { readProfile } from "@/lib/settings/profile";
import { WithdrawalForm } from "./withdrawal-form";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOf((await params).locale);
  const t = translator(locale, "withdrawal");
  return {
    title: t("title"),
    description: t("intro"),
    alternates: alternates(locale, "/withdrawal"),
    referrer: "same-origin",
  };
}

/** The withdrawal function of § 356a BGB: no account, no reason asked, two steps and a receipt. */
export default async function WithdrawalPage({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  const ctx = await getContext();
  const { order } = await searchParams;
  const view = typeof order === "string" ? await readOrderByToken(ctx.db, order) : null;
  const known = {
    name: view ? `${view.order.billing.forename} ${view.order.billing.surname}` : "",
    orderReference: view?.order.number ?? "",
    email: view?.order.email ?? "",
    message: "",
  };
  const { find: _, errors, ...labels } = messagesOf(locale).withdrawal;
  const { email } = await readProfile(ctx.db);
  const t = translator(locale, "withdrawal");
  return (
    <div className="mx-auto max-w-prose space-y-8 py-10 sm:py-16">
      <h1 className="font-serif text-4xl">{t("title")}</h1>
      <WithdrawalForm
        locale={locale}
        formToken={ctx.newToken()}
        known={known}
        labels={{ ...labels, errors: { ...errors, too_many: t("errors.too_many", { email }) } }}
      >
        <div className="space-y-3">
          <p>{t("intro")}</p>
          <p className="text-sm text-quiet">
            {t.rich("notice", {
              link: (chunks) => (
                <Link className="link" href={pathIn(locale, "/legal/withdrawal")} prefetch={false}>
                  {chunks}
                </Link>
              ),
            })}
          </p>
        </div>
      </WithdrawalForm>
    </div>
  );
}

function localeOf(asked: string): Locale {
  return isLocale(asked) ? asked : "de";
}
