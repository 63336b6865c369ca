import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SpecForm } from "@/components/admin/spec-form-client";
import { Sheet } from "@/components/ui/sheet";
import { requireOwner } from "@/lib/auth/current-admin";
import { isLocale } from "@/lib/i18n/config";
import { getContext } from "@/lib/runtime";
import { readProfile } from "@/lib/settings/profile";
import { readSetting } from "@/lib/settings/store";
import { saveProfileAction } from "./actions";
import { profileGroups } from "./profile-groups";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.shop");
  return { title: t("title") };
}

/** Who runs the shop: legal notice, invoices and mails say so. */
export default async function ShopPage({ params }: PageProps<"/[locale]/admin/settings/shop">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  await requireOwner(locale, "/admin/settings/shop");
  const { db } = await getContext();
  const [profile, { version }] = await Promise.all([readProfile(db), readSetting(db, "profile")]);
  const t = await getTranslations("settings");
  return (
    <div className="max-w-3xl">
      <h1 className="text-xl font-semibold">{t("shop.title")}</h1>
      <p className="mt-2 text-quiet">{t("shop.intro")}</p>
      {profile.isSample ? <p className="mt-2 font-medium text-brass">{t("shop.sample")}</p> : null}
      <Sheet className="mt-4">
        <SpecForm
          action={saveProfileAction}
          hidden={{ locale, version }}
          groups={profileGroups(profile, locale)}
          labels={{ submit: t("save"), sending: t("sending"), supportId: t("connection.supportId") }}
        />
      </Sheet>
    </div>
  );
}
