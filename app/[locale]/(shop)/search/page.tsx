import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProductGrid } from "@/components/shop-product/product-grid";
import { ActiveFilters } from "@/components/shop-search/active-filters";
import { ListingTools } from "@/components/shop-search/listing-tools";
import { NothingFound } from "@/components/shop-search/nothing-found";
import { PageLinks } from "@/components/shop-search/page-links";
import { SearchPageForm } from "@/components/shop-search/search-page-form";
import { cachedPopular, cachedProducts } from "@/lib/catalog/cached";
import { findCategory } from "@/lib/catalog/categories";
import { type Listing, listingQuery, parseListing, type QueryString } from "@/lib/catalog/listing";
import { favourites } from "@/lib/catalog/selections";
import { isLocale, type Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { alternates } from "@/lib/i18n/paths";
import { find } from "./find";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<QueryString> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const { words } = parseListing(await searchParams);
  const t = translator(locale, "find");
  return {
    title: words ? t("titleFor", { words }) : t("title"),
    description: t("description"),
    alternates: alternates(locale, "/search"),
    robots: { index: false, follow: true },
  };
}

/** The result page of searching, sorting and narrowing down. Everything it shows is in its address. */
export default async function SearchPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const listing = parseListing(await searchParams);
  const t = translator(locale, "find");
  const found = await find(listing, locale);
  return (
    <>
      <div className="space-y-5 py-10 sm:py-14">
        <h1 className="font-serif text-3xl font-medium break-words sm:text-4xl">
          {heading(listing, locale)}
        </h1>
        <SearchPageForm words={listing.words} locale={locale} />
        {found.near ? <p className="text-lg text-quiet">{t("near")}</p> : null}
        {found.unfiltered > 0 ? (
          <>
            <ListingTools listing={listing} locale={locale} open={found.count === 0} />
            <ActiveFilters listing={listing} locale={locale} />
            <p className="text-sm text-quiet">
              {translator(locale, "shop")("list.count", { count: found.count })}
              {listing.sort === "best" ? null : ` · ${t(`sort.${listing.sort}`)}`}
            </p>
          </>
        ) : null}
      </div>
      {found.count > 0 ? (
        <>
          <ProductGrid products={found.items} locale={locale} eager={4} level="h2" />
          <PageLinks listing={listing} page={found.page} pages={found.pages} locale={locale} />
        </>
      ) : (
        <Nothing listing={listing} filtered={found.unfiltered > 0} locale={locale} />
      )}
    </>
  );
}

function heading({ words, category }: Listing, locale: Locale): string {
  const t = translator(locale, "find");
  if (words) return t("headingFor", { words });
  return (category && findCategory(category)?.name[locale]) || translator(locale, "shop")("list.title");
}

async function Nothing({
  listing,
  filtered,
  locale,
}: {
  listing: Listing;
  filtered: boolean;
  locale: Locale;
}) {
  const wide = parseListing({ q: listing.words });
  const popular = filtered ? [] : await cachedPopular();
  const instead = filtered ? [] : favourites(await cachedProducts(null), { popular, shown: [], count: 4 });
  return (
    <NothingFound
      filtered={filtered}
      wider={`/search${listingQuery(wide)}`}
      instead={instead}
      locale={locale}
    />
  );
}
