import type { Localized } from "@/lib/db/schema";
import type { Locale } from "@/lib/i18n/config";

export type LegalSection = { heading: string; paragraphs: readonly string[] };

/** A page the law asks for (or help close to it), as data. All texts are samples for a lawyer to check. */
export type LegalPage = {
  /** The last part of its address, /legal/<id>. */
  id: string;
  kind: "help" | "legal";
  title: Localized;
  description: Localized;
  sections: Record<Locale, readonly LegalSection[]>;
};
