import type { Locale as ShopLocale } from "@/lib/i18n/config";
import type { Messages as ShopMessages } from "@/lib/i18n/messages";

declare module "next-intl" {
  interface AppConfig {
    Locale: ShopLocale;
    Messages: ShopMessages;
  }
}
