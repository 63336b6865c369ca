"use client";

import { usePathname } from "next/navigation";
import { type Locale, locales } from "@/lib/i18n/config";
import { switchLocale } from "@/lib/i18n/paths";

const names: Record<Locale, string> = { de: "Deutsch", en: "English" };

/** Links to the same page in the other languages; a client component only to know which page it stands on. */
export function LanguageSwitch({ locale, className }: { locale: Locale; className?: string }) {
  const pathname = usePathname();
  return locales
    .filter((other) => other !== locale)
    .map((other) => (
      <a key={other} href={switchLocale(pathname, other)} hrefLang={other} lang={other} className={className}>
        <span className="sr-only sm:not-sr-only">{names[other]}</span>
        <span aria-hidden="true" className="uppercase sm:hidden">
          {other}
        </span>
      </a>
    ));
}
