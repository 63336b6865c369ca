import "server-only";
import { unstable_cache } from "next/cache";
import type { Locale } from "@/lib/i18n/config";
import { type LegalText, readLegalText } from "@/lib/legal/read";
import { getContext } from "@/lib/runtime";

/** The tag of pages that show the shop's profile or its texts. Clear it with `updateTag(shopTextTag)` when they change. */
export const shopTextTag = "shop-texts";

/** A legal page's text for its page; other instances of the shop notice a change within five minutes. */
export const cachedLegalText = unstable_cache(
  async (id: string, locale: Locale): Promise<LegalText | null> =>
    readLegalText((await getContext()).db, id, locale),
  ["legal-text"],
  { tags: [shopTextTag], revalidate: 300 },
);
