import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { getContext } from "@/lib/runtime";
import { readProfile } from "@/lib/settings/profile";

/** On every page of the admin: real payments in a shop that still says it is a sample. */
export async function LiveWarning({ locale }: { locale: string }) {
  const { db, settings } = await getContext();
  if (settings.isDemo || !(await readProfile(db)).isSample) return null;
  const t = await getTranslations("settings.warning");
  return (
    <p className="border-b-2 border-oxblood bg-sheet px-4 py-3 text-center font-medium text-oxblood">
      <span aria-hidden="true">! </span>
      {t("live")}{" "}
      <Link className="underline" href={`/${locale}/admin/settings/shop`} prefetch={false}>
        {t("fix")}
      </Link>
    </p>
  );
}
