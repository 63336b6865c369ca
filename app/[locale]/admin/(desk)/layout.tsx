import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { LiveWarning } from "@/components/admin/live-warning";
import { SessionKeeper } from "@/components/admin/session-keeper";
import { Button } from "@/components/ui/button";
import { currentAdmin } from "@/lib/auth/current-admin";
import { signOutAction, signOutEverywhereAction } from "../session-actions";

const rooms = [
  ["today", ""],
  ["orders", "/orders"],
  ["links", "/links"],
  ["products", "/products"],
  ["coupons", "/coupons"],
  ["settings", "/settings"],
] as const;

/** Head of every page behind the login. */
export default async function DeskLayout({ children, params }: LayoutProps<"/[locale]/admin">) {
  const { locale } = await params;
  const admin = await currentAdmin();
  const t = await getTranslations("admin.nav");
  const other = locale === "de" ? "en" : "de";
  return (
    <>
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:left-4 focus:top-4 focus:bg-sheet focus:p-2"
      >
        {t("skip")}
      </a>
      <header className="border-b border-line bg-sheet">
        <nav
          aria-label={t("label")}
          className="mx-auto flex max-w-page flex-wrap items-center gap-x-6 gap-y-2 px-4 py-2 sm:px-6"
        >
          <span className="font-semibold">Kontor</span>
          {rooms.map(([name, path]) => (
            <Link key={name} href={`/${locale}/admin${path}`} prefetch={false} className="link py-2">
              {t(name)}
            </Link>
          ))}
          <Link href={`/${locale}`} prefetch={false} className="link py-2">
            {t("shop")}
          </Link>
          <a href={`/${other}/admin`} hrefLang={other} lang={other} className="link py-2">
            {t("otherLanguage")}
          </a>
          {admin ? (
            <details className="relative ml-auto">
              <summary className="max-w-64 truncate py-2 text-quiet">{admin.email}</summary>
              <div className="absolute right-0 z-20 flex w-64 flex-col gap-2 rounded border border-edge bg-sheet p-4">
                <p className="text-xs text-quiet break-words">{t("signedInAs", { email: admin.email })}</p>
                <Link href={`/${locale}/admin/settings/account`} prefetch={false} className="link py-1">
                  {t("account")}
                </Link>
                <form action={signOutAction}>
                  <input type="hidden" name="locale" value={locale} />
                  <Button variant="secondary" size="small" className="w-full">
                    {t("signOut")}
                  </Button>
                </form>
                <form action={signOutEverywhereAction}>
                  <input type="hidden" name="locale" value={locale} />
                  <Button variant="quiet" size="small" className="w-full">
                    {t("signOutEverywhere")}
                  </Button>
                </form>
              </div>
            </details>
          ) : null}
        </nav>
      </header>
      {admin ? <LiveWarning locale={locale} /> : null}
      <main id="content" className="mx-auto max-w-page px-4 py-6 sm:px-6">
        {children}
      </main>
      <SessionKeeper />
    </>
  );
}
