import type { MetadataRoute } from "next";
import { cachedProducts } from "@/lib/catalog/cached";
import { categories } from "@/lib/catalog/categories";
import { env } from "@/lib/env";
import { locales } from "@/lib/i18n/config";
import { alternates, pathIn } from "@/lib/i18n/paths";
import { legalPages } from "@/lib/legal/pages";

// Made of the catalogue as it is now; the build never opens the database.
export const dynamic = "force-dynamic";

/** Every page worth finding, in both languages, each with the other one beside it. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const { APP_URL } = env();
  const products = await cachedProducts(null);
  const paths = [
    "/",
    "/products",
    ...categories.map(({ id }) => `/categories/${id}`),
    ...products.map(({ slug }) => `/products/${slug}`),
    ...legalPages.map(({ id }) => `/legal/${id}`),
  ];
  const absolute = (path: string) => `${APP_URL}${path}`;
  return paths.flatMap((path) =>
    locales.map((locale) => ({
      url: absolute(pathIn(locale, path)),
      alternates: { languages: languagesOf(path, absolute) },
    })),
  );
}

function languagesOf(path: string, absolute: (path: string) => string) {
  const languages = Object.entries(alternates("de", path).languages ?? {});
  return Object.fromEntries(languages.map(([language, address]) => [language, absolute(String(address))]));
}
