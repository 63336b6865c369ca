import Link from "next/link";
import { BasketBadge } from "@/components/basket/basket-badge";
import { LanguageSwitch } from "@/components/shop-header/language-switch-client";
import { SearchBox } from "@/components/shop-search/search-box-client";
import { SearchGlyph } from "@/components/shop-search/search-glyph";
import { HoverLink } from "@/components/ui/hover-link-client";
import { categories } from "@/lib/catalog/categories";
import type { Locale } from "@/lib/i18n/config";
import { messagesOf, translator } from "@/lib/i18n/messages";
import { pathIn } from "@/lib/i18n/paths";

/** Name, search, departments, language and basket. The same for everyone, so that the pages around it can be static. */
export function ShopHeader({ locale }: { locale: Locale }) {
  const t = translator(locale, "shop");
  const links = [
    { href: pathIn(locale, "/products"), name: t("nav.products") },
    ...categories.map(({ id, name }) => ({ href: pathIn(locale, `/categories/${id}`), name: name[locale] })),
  ];
  const { label, placeholder, button, suggestions, announce, open } = messagesOf(locale).find;
  return (
    <header className="border-b border-line">
      <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-8 px-5 sm:px-8">
        <HoverLink
          href={pathIn(locale, "/")}
          aria-label={t("nav.home")}
          className="py-3 font-serif text-2xl leading-none font-medium tracking-tight text-text md:py-5"
        >
          Kontor<span className="text-brass">.</span>
        </HoverLink>
        <SearchBox
          locale={locale}
          action={pathIn(locale, "/search")}
          labels={{ label, placeholder, button, suggestions, announce }}
          className="hidden grow md:ml-4 md:block md:max-w-md lg:ml-8"
        />
        <div className="ml-auto flex items-center gap-1 sm:gap-4">
          <Link
            href={pathIn(locale, "/search")}
            prefetch={false}
            aria-label={open}
            className="inline-flex size-11 items-center justify-center text-text md:hidden"
          >
            <SearchGlyph />
          </Link>
          <LanguageSwitch
            locale={locale}
            className="inline-flex min-h-11 min-w-11 items-center justify-center text-sm text-quiet underline-offset-8 hover:text-text hover:underline"
          />
          <BasketBadge locale={locale} className="-mr-2" />
        </div>
        <nav
          aria-label={t("nav.label")}
          className="-mx-5 w-[calc(100%+2.5rem)] overflow-x-auto border-t border-line px-5 [mask-image:linear-gradient(to_right,black_calc(100%-3rem),transparent)] [scrollbar-width:none] sm:-mx-8 sm:w-[calc(100%+4rem)] sm:px-8 md:mx-0 md:w-full md:overflow-visible md:px-0 md:[mask-image:none]"
        >
          <ul className="flex w-max gap-6 pr-10 text-sm whitespace-nowrap md:w-auto md:gap-8 md:pr-0">
            {links.map(({ href, name }) => (
              <li key={href}>
                <HoverLink
                  href={href}
                  className="inline-flex min-h-11 items-center text-text decoration-brass decoration-1 underline-offset-8 hover:underline"
                >
                  {name}
                </HoverLink>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}
