import "server-only";
import { eq } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { shopSettings } from "@/lib/db/schema";
import type { Locale } from "@/lib/i18n/config";
import { findLegalPage } from "@/lib/legal/pages";
import { sectionsOf, textKey, textSettingSchema } from "@/lib/legal/text-setting";
import type { LegalSection } from "@/lib/legal/types";
import { readProfile } from "@/lib/settings/profile";

export type LegalText = { id: string; title: string; sections: readonly LegalSection[]; isSample: boolean };

/** A page's text as it counts now: the merchant's own, or the sample made out in the shop's name. Null: no such page. */
export async function readLegalText(db: Db, id: string, locale: Locale): Promise<LegalText | null> {
  const page = findLegalPage(id);
  if (!page) return null;
  const [row] = await db
    .select()
    .from(shopSettings)
    .where(eq(shopSettings.key, textKey(id)));
  const setting = textSettingSchema.safeParse(row?.value).data ?? { status: "sample" };
  const own = setting.status === "replaced" ? sectionsOf(setting.text?.[locale] ?? "") : [];
  const sections = own.length > 0 ? own : page.sample(await readProfile(db))[locale];
  return {
    id,
    title: page.title[locale],
    sections,
    isSample: own.length === 0 && setting.status !== "reviewed",
  };
}
