import { searchProducts } from "@/lib/catalog/search";
import { isLocale } from "@/lib/i18n/config";
import { pathIn } from "@/lib/i18n/paths";
import { formatCents } from "@/lib/money";
import { getContext } from "@/lib/runtime";

const most = 6;

/** What to offer below the search field for what is typed so far: `?q=…&locale=de`. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const asked = searchParams.get("locale") ?? "";
  const locale = isLocale(asked) ? asked : "de";
  const { db } = await getContext();
  const found = await searchProducts(db, searchParams.get("q") ?? "", locale);
  const suggestions = found.products.slice(0, most).map(({ slug, name, price }) => ({
    path: pathIn(locale, `/products/${slug}`),
    name: name[locale],
    price: formatCents(price, locale),
  }));
  return Response.json({ suggestions }, { headers: { "cache-control": "private, max-age=60" } });
}
