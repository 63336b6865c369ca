import Link from "next/link";
import { LinkButton } from "@/components/ui/link-button";
import { categories } from "@/lib/catalog/categories";
import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { pathIn } from "@/lib/i18n/paths";
import { legalPages } from "@/lib/legal/pages";

/** The shop's last word on every page, the checkout too: departments, help and the pages the law asks for. */
export function ShopFooter({ locale }: { locale: Locale }) {
  const t = translator(locale, "shop");
  const legal = (kind: "help" | "legal") =>
    legalPages
      .filter((page) => page.kind === kind)
      .map((page) => ({ href: pathIn(locale, `/legal/${page.id}`), name: page.title[locale] }));
  const withdrawal = translator(locale, "withdrawal");
  const help = [...legal("help"), { href: pathIn(locale, "/find-order"), name: withdrawal("find.title") }];
  const departments = [
    { href: pathIn(locale, "/products"), name: t("nav.products") },
    ...categories.map(({ id, name }) => ({ href: pathIn(locale, `/categories/${id}`), name: name[locale] })),
  ];
  return (
    <footer className="border-t border-line bg-sheet text-sm">
      <div className="mx-auto grid max-w-page grid-cols-2 gap-x-6 gap-y-10 px-5 py-12 sm:grid-cols-3 sm:gap-x-8 sm:px-8 lg:grid-cols-[2fr_1fr_1fr_1fr] lg:py-16">
        <div className="col-span-2 max-w-xs space-y-4 sm:col-span-3 lg:col-span-1">
          <p className="font-serif text-xl">
            Kontor<span className="text-brass">.</span>
          </p>
          <p className="text-quiet">{t("footer.claim")}</p>
          <p className="text-quiet">
            {t("footer.payment")}
            <br />
            {t("footer.methods")}
          </p>
          {/* § 356a BGB: found from every page, by its own name, and standing out. */}
          <LinkButton href={pathIn(locale, "/withdrawal")} variant="secondary" size="small" prefetch={false}>
            {withdrawal("link")}
          </LinkButton>
        </div>
        <FooterList title={t("footer.shop")} links={departments} />
        <FooterList title={t("footer.help")} links={help} />
        <FooterList title={t("footer.legal")} links={legal("legal")} />
      </div>
      <div className="mx-auto max-w-page px-5 sm:px-8">
        <div className="flex flex-wrap justify-between gap-x-8 border-t border-line py-5 text-xs text-quiet">
          <p>{t("footer.prices")}</p>
          <p>{t("footer.demo")}</p>
        </div>
      </div>
    </footer>
  );
}

function FooterList({ title, links }: { title: string; links: { href: string; name: string }[] }) {
  return (
    <nav aria-label={title} className="min-w-0">
      <h2 className="font-medium">{title}</h2>
      <ul className="mt-2">
        {links.map(({ href, name }) => (
          <li key={href}>
            <Link
              href={href}
              prefetch={false}
              className="inline-flex min-h-9 items-center text-quiet hyphens-auto wrap-anywhere underline-offset-4 hover:text-text hover:underline"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
