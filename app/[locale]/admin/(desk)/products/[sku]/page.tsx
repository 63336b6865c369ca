import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Moment } from "@/components/admin/moment";
import { requireAdmin } from "@/lib/auth/current-admin";
import { findForAdmin } from "@/lib/catalog/admin-list";
import { isLocale } from "@/lib/i18n/config";
import { pathIn } from "@/lib/i18n/paths";
import { getContext } from "@/lib/runtime";
import { saveProductAction } from "../actions";
import { altFields, formTexts } from "../form-texts";
import { productFields } from "../product-fields";
import { ProductForm } from "../product-form-client";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("catalogue");
  return { title: t("product.title") };
}

export default async function ProductPage({ params }: PageProps<"/[locale]/admin/products/[sku]">) {
  const { locale, sku } = await params;
  if (!isLocale(locale)) notFound();
  await requireAdmin(locale, "/admin/products");
  const { db } = await getContext();
  const product = await findForAdmin(db, sku);
  if (!product) notFound();
  const t = await getTranslations("catalogue");
  return (
    <div className="max-w-4xl">
      <Link className="link" href={`/${locale}/admin/products`}>
        ← {t("products.back")}
      </Link>
      <h1 className="mt-2 text-xl font-semibold wrap-anywhere">{product.name[locale]}</h1>
      <p className="mb-4 flex flex-wrap gap-x-4 text-quiet">
        <span>{product.sku}</span>
        <span>
          {t("product.edited")} <Moment at={product.updatedAt} locale={locale} />
        </span>
        {product.active ? (
          <Link className="link" prefetch={false} href={pathIn(locale, `/products/${product.slug}`)}>
            {t("product.inShop")}
          </Link>
        ) : (
          <span>{t("product.notInShop")}</span>
        )}
      </p>
      <div className="rounded border border-line bg-sheet p-4 sm:p-5">
        <ProductForm
          action={saveProductAction}
          hidden={{
            locale,
            sku: product.sku,
            seenAt: String(product.updatedAt.getTime()),
            seenStock: String(product.stock),
          }}
          groups={productFields(product, locale)}
          alt={altFields(product, locale)}
          picture={`/${product.image.file}`}
          texts={formTexts("edit", locale)}
        />
      </div>
    </div>
  );
}
