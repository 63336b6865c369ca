import "server-only";
import { unstable_cache } from "next/cache";
import { popularSkus } from "@/lib/catalog/popular";
import { type ProductView, productView } from "@/lib/catalog/product-view";
import { findProductBySlug, listProducts } from "@/lib/catalog/queries";
import { getContext } from "@/lib/runtime";

/** The tag of everything that shows the catalogue. Clear it with `updateTag(catalogTag)` when a product changes. */
export const catalogTag = "catalog";

/** Price and stock on a page may be a minute old; basket and checkout read the database. */
const options = { tags: [catalogTag], revalidate: 60 };

/** The products on sale for pages, all or one department's, at most a minute old. */
export const cachedProducts = unstable_cache(
  async (category: string | null): Promise<ProductView[]> => {
    const { db } = await getContext();
    const rows = await listProducts(db, category ? { category } : {});
    return rows.map(productView);
  },
  ["catalog-products"],
  options,
);

/** One product for its page, at most a minute old; null when there is none on sale with this address. */
export const cachedProduct = unstable_cache(
  async (slug: string): Promise<ProductView | null> => {
    const { db } = await getContext();
    const row = await findProductBySlug(db, slug);
    return row ? productView(row) : null;
  },
  ["catalog-product"],
  options,
);

const quarter = 90 * 24 * 60 * 60 * 1000;

/** The SKUs that were bought most in the last 90 days, most first; at most an hour old. */
export const cachedPopular = unstable_cache(
  async (): Promise<string[]> => {
    const { db, now } = await getContext();
    return popularSkus(db, new Date(now().getTime() - quarter), 20);
  },
  ["catalog-popular"],
  { tags: [catalogTag], revalidate: 3600 },
);
