import Link from "next/link";
import { findCategory } from "@/lib/catalog/categories";
import { type Listing, listingQuery } from "@/lib/catalog/listing";
import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { pathIn } from "@/lib/i18n/paths";
import { formatCents } from "@/lib/money";

type Props = { listing: Listing; locale: Locale };

/** What the list is narrowed down to, each with a link that takes it away. Shows nothing when there is nothing. */
export function ActiveFilters({ listing, locale }: Props) {
  const t = translator(locale, "find");
  const filters = namedFilters(listing, locale);
  if (filters.length === 0) return null;
  const without = (change: Partial<Listing>) =>
    pathIn(locale, `/search${listingQuery({ ...listing, page: 1, ...change })}`);
  return (
    <ul aria-label={t("active.label")} className="flex flex-wrap gap-2">
      {filters.map(({ name, off }) => (
        <li key={name}>
          <Link
            href={without(off)}
            prefetch={false}
            aria-label={t("active.remove", { filter: name })}
            className="inline-flex min-h-9 items-center gap-2 rounded-full border border-edge px-4 text-sm hover:border-ink hover:text-ink"
          >
            {name}
            <span aria-hidden="true">×</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function namedFilters(listing: Listing, locale: Locale): { name: string; off: Partial<Listing> }[] {
  const t = translator(locale, "find");
  const { from, to, inStock } = listing;
  const category = listing.category && findCategory(listing.category);
  return [
    ...(category ? [{ name: category.name[locale], off: { category: null } }] : []),
    ...(from === null
      ? []
      : [{ name: t("active.from", { price: formatCents(from, locale) }), off: { from: null } }]),
    ...(to === null ? [] : [{ name: t("active.to", { price: formatCents(to, locale) }), off: { to: null } }]),
    ...(inStock ? [{ name: t("active.inStock"), off: { inStock: false } }] : []),
  ];
}
