import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireAdmin } from "@/lib/auth/current-admin";
import { isLocale } from "@/lib/i18n/config";
import { addProductAction } from "../actions";
import { altFields, formTexts } from "../form-texts";
import { productFields } from "../product-fields";
import { ProductForm } from "../product-form-client";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("catalogue");
  return { title: t("products.new") };
}

export default async function NewProductPage({ params }: PageProps<"/[locale]/admin/products/new">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  await requireAdmin(locale, "/admin/products/new");
  const t = await getTranslations("catalogue");
  return (
    <div className="max-w-4xl">
      <Link className="link" href={`/${locale}/admin/products`}>
        ← {t("products.back")}
      </Link>
      <h1 className="mt-2 mb-4 text-xl font-semibold">{t("products.new")}</h1>
      <div className="rounded border border-line bg-sheet p-4 sm:p-5">
        <ProductForm
          action={addProductAction}
          hidden={{ locale }}
          groups={productFields(null, locale)}
          alt={altFields(null, locale)}
          picture={null}
          texts={formTexts("new", locale)}
        />
      </div>
    </div>
  );
}
