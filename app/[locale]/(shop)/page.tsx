import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { CategoryTiles } from "@/components/shop-home/category-tiles";
import { Feature } from "@/components/shop-home/feature";
import { Hero } from "@/components/shop-home/hero";
import { HomeSection } from "@/components/shop-home/home-section";
import { ServiceStrip } from "@/components/shop-home/service-strip";
import { ProductGrid } from "@/components/shop-product/product-grid";
import { cachedPopular, cachedProducts } from "@/lib/catalog/cached";
import pictures from "@/lib/catalog/seed-data/pictures.json";
import { favourites, newest } from "@/lib/catalog/selections";
import { isLocale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { pathIn } from "@/lib/i18n/paths";
import { shared } from "@/lib/i18n/share";

type Props = { params: Promise<{ locale: string }> };

const featured = "fuellfederhalter";

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const { hero } = pictures;
  const picture = { url: `/${hero.file}`, width: hero.width, height: hero.height, alt: hero.alt[locale] };
  return shared(locale, { path: "/", picture });
}

export default async function HomePage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = translator(locale, "shop");
  const [products, popular] = await Promise.all([cachedProducts(null), cachedPopular()]);
  const feature = products.find((product) => product.slug === featured);
  const arrivals = newest(products, 4);
  const shown = feature ? [...arrivals, feature] : arrivals;
  const others = favourites(products, { popular, shown, count: 4 });
  return (
    <>
      <Hero locale={locale} />
      <ServiceStrip locale={locale} />
      <HomeSection id="departments" title={t("home.categories")}>
        <CategoryTiles locale={locale} />
      </HomeSection>
      <HomeSection
        id="new"
        title={t("home.new")}
        aside={
          <Link className="link text-sm" href={pathIn(locale, "/products")} prefetch={false}>
            {t("home.all")}
          </Link>
        }
      >
        <ProductGrid products={arrivals} locale={locale} />
      </HomeSection>
      {feature ? (
        <div className="mt-16 sm:mt-24">
          <Feature product={feature} locale={locale} />
        </div>
      ) : null}
      <HomeSection id="favourites" title={t("home.favourites")}>
        <ProductGrid products={others} locale={locale} />
      </HomeSection>
    </>
  );
}
