import type { Localized } from "@/lib/db/schema";
import type { Locale } from "@/lib/i18n/config";
import type { ShopProfile } from "@/lib/settings/profile";

export type LegalSection = { heading: string; paragraphs: readonly string[] };
export type LegalTexts = Record<Locale, readonly LegalSection[]>;

/** A page the law asks for (or help close to it), as data. All texts are samples for a lawyer to check. */
export type LegalPage = {
  /** The last part of its address, /legal/<id>. */
  id: string;
  /** The footer's list in which it stands. */
  kind: "help" | "legal";
  title: Localized;
  description: Localized;
  /** The sample text, made out in the shop's own name. */
  sample: (profile: ShopProfile) => LegalTexts;
};
