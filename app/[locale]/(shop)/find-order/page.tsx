import type { Metadata } from "next";
import { isLocale, type Locale } from "@/lib/i18n/config";
import { messagesOf, translator } from "@/lib/i18n/messages";
import { alternates } from "@/lib/i18n/paths";
import { FindForm } from "./find-form";

type Props = { params: Promise<{ locale: string }> };

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOf((await params).locale);
  const t = translator(locale, "withdrawal");
  return {
    title: t("find.title"),
    description: t("find.intro"),
    alternates: alternates(locale, "/find-order"),
  };
}

/** For buyers who lost the link to their order. */
export default async function FindOrderPage({ params }: Props) {
  const locale = localeOf((await params).locale);
  const t = translator(locale, "withdrawal");
  return (
    <div className="mx-auto max-w-prose space-y-8 py-10 sm:py-16">
      <h1 className="font-serif text-4xl">{t("find.title")}</h1>
      <p>{t("find.intro")}</p>
      <FindForm locale={locale} labels={messagesOf(locale).withdrawal.find} />
    </div>
  );
}

function localeOf(asked: string): Locale {
  return isLocale(asked) ? asked : "de";
}
