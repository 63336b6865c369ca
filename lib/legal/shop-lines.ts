import type { Locale } from "@/lib/i18n/config";
import type { ShopProfile } from "@/lib/settings/profile";

const namedIn = { de: "de-DE", en: "en-GB" } as const;

/** The shop's postal address as lines, the country named when readers of the language may live elsewhere. */
export function shopAddress(profile: ShopProfile, locale: Locale): string[] {
  const abroad = locale === "en" || profile.country !== "DE";
  const country = new Intl.DisplayNames(namedIn[locale], { type: "region" }).of(profile.country);
  const lines = [profile.legalName, profile.street, `${profile.postalCode} ${profile.city}`];
  return abroad && country ? [...lines, country] : lines;
}

/** The same in one line. */
export function shopAddressLine(profile: ShopProfile, locale: Locale): string {
  return shopAddress(profile, locale).join(", ");
}
