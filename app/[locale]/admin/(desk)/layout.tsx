import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LiveWarning } from "@/components/admin/live-warning";
import { RoomLink } from "@/components/admin/room-link-client";
import { SessionKeeper } from "@/components/admin/session-keeper";
import { LanguageSwitch } from "@/components/shop-header/language-switch-client";
import { Button } from "@/components/ui/button";
import { currentAdmin } from "@/lib/auth/current-admin";
import { isLocale } from "@/lib/i18n/config";
import { signOutAction, signOutEverywhereAction } from "../session-actions";

const rooms = [
  ["today", ""],
  ["orders", "/orders"],
  ["links", "/links"],
  ["products", "/products"],
  ["coupons", "/coupons"],
  ["settings", "/settings"],
] as const;

const aside = "min-h-11 items-center text-sm whitespace-nowrap text-quiet hover:text-text hover:underline";

/** Head of every page behind the login. */
export default async function DeskLayout({ children, params }: LayoutProps<"/[locale]/admin">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const admin = await currentAdmin();
  const t = await getTranslations("admin.nav");
  return (
    <>
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:left-4 focus:top-4 focus:bg-sheet focus:p-2"
      >
        {t("skip")}
      </a>
      <header className="border-b border-line bg-sheet">
        <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-6 px-4 sm:px-6">
          <span className="font-semibold">Kontor</span>
          <nav
            aria-label={t("label")}
            className="order-last -mx-4 w-[calc(100%+2rem)] overflow-x-auto px-4 [scrollbar-width:none] sm:-mx-6 sm:w-[calc(100%+3rem)] sm:px-6 lg:order-none lg:mx-0 lg:w-auto lg:px-0"
          >
            <ul className="flex w-max gap-x-5">
              {rooms.map(([name, path]) => (
                <li key={name}>
                  <RoomLink href={`/${locale}/admin${path}`} exact={path === ""}>
                    {t(name)}
                  </RoomLink>
                </li>
              ))}
            </ul>
          </nav>
          <div className="ml-auto flex min-w-0 items-center gap-x-4">
            <Link href={`/${locale}`} prefetch={false} className={`${aside} hidden sm:inline-flex`}>
              {t("shop")}
            </Link>
            <LanguageSwitch locale={locale} className={`inline-flex ${aside}`} />
            {admin ? (
              <details className="relative min-w-0">
                <summary className="max-w-40 truncate py-2.5 text-quiet sm:max-w-64">{admin.email}</summary>
                <div className="absolute right-0 z-20 flex w-64 flex-col gap-2 rounded border border-edge bg-sheet p-4">
                  <p className="text-xs text-quiet break-words">{t("signedInAs", { email: admin.email })}</p>
                  <Link href={`/${locale}`} prefetch={false} className="link py-1 sm:hidden">
                    {t("shop")}
                  </Link>
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
          </div>
        </div>
      </header>
      {admin ? <LiveWarning locale={locale} /> : null}
      <main id="content" className="mx-auto max-w-page px-4 py-6 sm:px-6">
        {children}
      </main>
      <SessionKeeper />
    </>
  );
}
