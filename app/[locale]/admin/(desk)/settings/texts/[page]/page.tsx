import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SpecForm } from "@/components/admin/spec-form-client";
import { Sheet } from "@/components/ui/sheet";
import { requireOwner } from "@/lib/auth/current-admin";
import { isLocale } from "@/lib/i18n/config";
import { findLegalPage } from "@/lib/legal/pages";
import { textKey, textSettingSchema } from "@/lib/legal/text-setting";
import { getContext } from "@/lib/runtime";
import { readProfile } from "@/lib/settings/profile";
import { readSetting } from "@/lib/settings/store";
import { typedText } from "@/lib/settings/texts";
import { saveTextAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.texts");
  return { title: t("title") };
}

/** One legal page's text: leave the sample, mark it as reviewed, or put in one's own. */
export default async function TextPage({ params }: PageProps<"/[locale]/admin/settings/texts/[page]">) {
  const { locale, page: id } = await params;
  if (!isLocale(locale)) notFound();
  await requireOwner(locale, "/admin/settings/texts");
  const page = findLegalPage(id);
  if (!page) notFound();
  const { db } = await getContext();
  const [{ value, version }, profile] = await Promise.all([readSetting(db, textKey(id)), readProfile(db)]);
  const setting = textSettingSchema.safeParse(value).data ?? { status: "sample" as const };
  const sample = page.sample(profile);
  const t = await getTranslations("settings");
  const area = (language: "de" | "en") => ({
    kind: "area" as const,
    name: language,
    label: t(`texts.${language}`),
    value: setting.text?.[language] ?? typedText(sample[language]),
    rows: 16,
    maxLength: 20_000,
  });
  const options = (["sample", "reviewed", "replaced"] as const).map((status) => ({
    value: status,
    label: t(`texts.${status}`),
  }));
  return (
    <div className="max-w-4xl">
      <p>
        <Link className="link" href={`/${locale}/admin/settings/texts`} prefetch={false}>
          {t("texts.back")}
        </Link>
      </p>
      <h1 className="mt-2 text-xl font-semibold">{page.title[locale]}</h1>
      <p className="mt-2">
        <Link className="link" href={`/${locale}/legal/${page.id}`} prefetch={false}>
          {t("texts.show")}
        </Link>
      </p>
      <Sheet className="mt-4">
        <SpecForm
          action={saveTextAction}
          hidden={{ locale, version, page: page.id }}
          groups={[
            {
              fields: [
                {
                  kind: "select",
                  name: "status",
                  label: t("texts.status"),
                  value: setting.status,
                  options,
                  hint: t("texts.format"),
                },
                area("de"),
                area("en"),
              ],
            },
          ]}
          labels={{ submit: t("save"), sending: t("sending"), supportId: t("connection.supportId") }}
        />
      </Sheet>
    </div>
  );
}
