import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProductListing } from "@/components/shop-product/product-listing";
import { cachedProducts } from "@/lib/catalog/cached";
import { findCategory } from "@/lib/catalog/categories";
import { isLocale } from "@/lib/i18n/config";
import { alternates } from "@/lib/i18n/paths";

type Props = { params: Promise<{ locale: string; category: string }> };

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, category: id } = await params;
  const category = findCategory(id);
  if (!isLocale(locale) || !category) return {};
  return {
    title: category.name[locale],
    description: category.intro[locale],
    alternates: alternates(locale, `/categories/${category.id}`),
  };
}

export default async function CategoryPage({ params }: Props) {
  const { locale, category: id } = await params;
  const category = findCategory(id);
  if (!isLocale(locale) || !category) notFound();
  const products = await cachedProducts(category.id);
  return (
    <ProductListing
      title={category.name[locale]}
      intro={category.intro[locale]}
      current={category.id}
      products={products}
      locale={locale}
    />
  );
}
