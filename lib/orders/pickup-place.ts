import type { Db } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/config";
import { shopAddressLine } from "@/lib/legal/shop-lines";
import { readProfile } from "@/lib/settings/profile";

/** Where buyers fetch their goods, as they read it: the shop's own address. */
export async function readPickupPlace(db: Db, locale: Locale): Promise<string> {
  return shopAddressLine(await readProfile(db), locale);
}
