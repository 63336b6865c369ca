import type { Metadata } from "next";
import { defaultLocale, isLocale, type Locale, locales } from "@/lib/i18n/config";

/** The address of a page in a language; `path` begins with a slash and names no language ("/" is home). */
export function pathIn(locale: Locale, path: string): string {
  return path === "/" ? `/${locale}` : `/${locale}${path}`;
}

/** The same page in another language. */
export function switchLocale(pathname: string, to: Locale): string {
  const [, first = "", ...rest] = pathname.split("/");
  return pathIn(to, isLocale(first) ? `/${rest.join("/")}` : pathname);
}

/** Canonical address and hreflang links of a page, relative to the layout's metadataBase. */
export function alternates(locale: Locale, path: string): NonNullable<Metadata["alternates"]> {
  const languages = Object.fromEntries(locales.map((each) => [each, pathIn(each, path)]));
  return {
    canonical: pathIn(locale, path),
    languages: { ...languages, "x-default": pathIn(defaultLocale, path) },
  };
}
