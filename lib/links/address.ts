import type { ShopSettings } from "@/lib/context";
import type { PaymentLink } from "@/lib/db/schema";
import { pathIn } from "@/lib/i18n/paths";

/** The whole address that a buyer opens. */
export function linkAddress(
  settings: Pick<ShopSettings, "appUrl">,
  link: Pick<PaymentLink, "locale" | "token">,
): string {
  return `${settings.appUrl}${pathIn(link.locale, `/pay/${link.token}`)}`;
}
