import { locale as rootLocale } from "next/root-params";
import type { ReactNode } from "react";
import { ShopFooter } from "@/components/shop-footer/shop-footer";
import { ShopHeader } from "@/components/shop-header/shop-header";
import { isLocale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";

/** Header, one column of page width with its side margins, footer. A page brings its own space above. */
export default async function ShopLayout({ children }: { children: ReactNode }) {
  const asked = await rootLocale();
  const locale = isLocale(asked) ? asked : "de";
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#content"
        className="sr-only z-10 rounded bg-ink px-4 py-3 text-on-ink focus:not-sr-only focus:absolute focus:m-2"
      >
        {translator(locale, "shop")("nav.skip")}
      </a>
      <ShopHeader locale={locale} />
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-page grow px-5 pb-24 outline-none sm:px-8"
      >
        {children}
      </main>
      <ShopFooter locale={locale} />
    </div>
  );
}
