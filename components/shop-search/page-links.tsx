import Link from "next/link";
import { type Listing, listingQuery } from "@/lib/catalog/listing";
import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { pathIn } from "@/lib/i18n/paths";

type Props = { listing: Listing; page: number; pages: number; locale: Locale };

/** The way through a long list. Shows nothing when it fits on one page. */
export function PageLinks({ listing, page, pages, locale }: Props) {
  const t = translator(locale, "find");
  if (pages < 2) return null;
  const to = (target: number) => pathIn(locale, `/search${listingQuery({ ...listing, page: target })}`);
  return (
    <nav
      aria-label={t("pages.label")}
      className="mt-12 flex flex-wrap items-center justify-center gap-x-8 text-sm"
    >
      {page > 1 ? (
        <Link href={to(page - 1)} rel="prev" className="link inline-flex min-h-11 items-center">
          {t("pages.previous")}
        </Link>
      ) : null}
      <p className="tabular-nums">{t("pages.current", { page, pages })}</p>
      {page < pages ? (
        <Link href={to(page + 1)} rel="next" className="link inline-flex min-h-11 items-center">
          {t("pages.next")}
        </Link>
      ) : null}
    </nav>
  );
}
