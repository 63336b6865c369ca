import { cachedProduct } from "@/lib/catalog/cached";
import { isLocale } from "@/lib/i18n/config";
import { getContext } from "@/lib/runtime";
import { productCard } from "./card";

/** Drawn when first asked for and kept until the catalogue changes: drawing costs a good part of a second. */
export const dynamic = "force-static";

export function generateStaticParams() {
  return [];
}

/** The Open Graph picture of a product. */
export async function GET(_request: Request, { params }: RouteContext<"/api/share/[locale]/[slug]">) {
  const { locale, slug } = await params;
  const product = isLocale(locale) ? await cachedProduct(slug) : null;
  if (!isLocale(locale) || !product) return new Response(null, { status: 404 });
  const { db } = await getContext();
  return new Response(new Uint8Array(await productCard(db, product, locale)), {
    headers: { "content-type": "image/jpeg", "cache-control": "public, max-age=3600" },
  });
}
