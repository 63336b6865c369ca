import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProductDetails } from "@/components/shop-product/product-details";
import { ProductGrid } from "@/components/shop-product/product-grid";
import { ProductPicture } from "@/components/shop-product/product-picture";
import { ProductTrail } from "@/components/shop-product/product-trail";
import { StructuredData } from "@/components/shop-product/structured-data";
import { cachedProduct, cachedProducts } from "@/lib/catalog/cached";
import { similarTo } from "@/lib/catalog/similar";
import { productData } from "@/lib/catalog/structured-data";
import { env } from "@/lib/env";
import { isLocale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { shared } from "@/lib/i18n/share";
import { firstWords } from "@/lib/text/first-words";

type Props = { params: Promise<{ locale: string; slug: string }> };

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const product = await cachedProduct(slug);
  if (!isLocale(locale) || !product) return {};
  const title = product.name[locale];
  const description = firstWords(product.description[locale], 160);
  const picture = {
    url: `/api/share/${locale}/${slug}`,
    width: 1200,
    height: 630,
    alt: product.image.alt[locale],
  };
  return {
    title,
    description,
    ...shared(locale, { path: `/products/${slug}`, title, description, picture }),
  };
}

export default async function ProductPage({ params }: Props) {
  const { locale, slug } = await params;
  const product = await cachedProduct(slug);
  if (!isLocale(locale) || !product) notFound();
  const t = translator(locale, "shop");
  const related = similarTo(product, await cachedProducts(null), 4);
  return (
    <>
      <StructuredData data={productData(product, locale, env().APP_URL)} />
      <ProductTrail product={product} locale={locale} />
      <article className="grid gap-x-8 gap-y-8 md:grid-cols-12 lg:gap-x-12">
        <div className="md:col-span-6 lg:col-span-7">
          <ProductPicture
            image={product.image}
            locale={locale}
            sizes="(min-width: 1200px) 660px, (min-width: 1024px) 55vw, (min-width: 768px) 46vw, 92vw"
            eager
          />
        </div>
        <div className="md:col-span-6 lg:col-span-5">
          <ProductDetails product={product} locale={locale} />
        </div>
      </article>
      {related.length > 0 ? (
        <section aria-labelledby="related" className="mt-20 space-y-8 border-t border-line pt-12">
          <h2 id="related" className="font-serif text-2xl font-medium">
            {t("product.related")}
          </h2>
          <ProductGrid products={related} locale={locale} />
        </section>
      ) : null}
    </>
  );
}
