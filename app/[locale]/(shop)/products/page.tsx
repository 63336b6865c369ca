import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProductListing } from "@/components/shop-product/product-listing";
import { cachedProducts } from "@/lib/catalog/cached";
import { isLocale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { alternates } from "@/lib/i18n/paths";

type Props = { params: Promise<{ locale: string }> };

/** Nothing at build time: the page is made when it is first asked for, because the build never opens the database. */
export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = translator(locale, "shop");
  return {
    title: t("list.title"),
    description: t("list.description"),
    alternates: alternates(locale, "/products"),
  };
}

export default async function ProductsPage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = translator(locale, "shop");
  const products = await cachedProducts(null);
  return (
    <ProductListing
      title={t("list.title")}
      intro={t("list.intro")}
      current={null}
      products={products}
      locale={locale}
    />
  );
}
