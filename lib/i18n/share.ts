import type { Metadata } from "next";
import { type Locale, locales } from "@/lib/i18n/config";
import { alternates, pathIn } from "@/lib/i18n/paths";

export type SharePicture = { url: string; width: number; height: number; alt: string };

const openGraphLocale: Record<Locale, string> = { de: "de_DE", en: "en_GB" };

type Page = { path: string; title?: string; description?: string; picture: SharePicture };

/** What a link to a page looks like elsewhere: its own address in both languages, and the card with a picture. */
export function shared(locale: Locale, { path, title, description, picture }: Page): Metadata {
  const others = locales.filter((other) => other !== locale).map((other) => openGraphLocale[other]);
  return {
    alternates: alternates(locale, path),
    openGraph: {
      type: "website",
      siteName: "Kontor",
      locale: openGraphLocale[locale],
      alternateLocale: others,
      url: pathIn(locale, path),
      images: [picture],
      ...(title ? { title } : {}),
      ...(description ? { description } : {}),
    },
    twitter: { card: "summary_large_image" },
  };
}
