import { createTranslator, type NamespaceKeys, type NestedKeyOf } from "next-intl";
import type { Locale } from "@/lib/i18n/config";
import deAdmin from "@/lib/i18n/messages/de/admin.json";
import deBasket from "@/lib/i18n/messages/de/basket.json";
import deCheckout from "@/lib/i18n/messages/de/checkout.json";
import deOrder from "@/lib/i18n/messages/de/order.json";
import deShop from "@/lib/i18n/messages/de/shop.json";
import enAdmin from "@/lib/i18n/messages/en/admin.json";
import enBasket from "@/lib/i18n/messages/en/basket.json";
import enCheckout from "@/lib/i18n/messages/en/checkout.json";
import enOrder from "@/lib/i18n/messages/en/order.json";
import enShop from "@/lib/i18n/messages/en/shop.json";

const de = { admin: deAdmin, basket: deBasket, checkout: deCheckout, order: deOrder, shop: deShop };

/** All texts of one language; the namespace is the file's name. German is the pattern the other language follows. */
export type Messages = typeof de;

const en: Messages = { admin: enAdmin, basket: enBasket, checkout: enCheckout, order: enOrder, shop: enShop };

const all: Record<Locale, Messages> = { de, en };

/** The texts of a language, without any request around: for mails, documents and tests. */
export function messagesOf(locale: Locale): Messages {
  return all[locale];
}

/** A translator outside of a page: mails, jobs, server actions. `translator("de", "order")("title")`. */
export function translator<Namespace extends NamespaceKeys<Messages, NestedKeyOf<Messages>>>(
  locale: Locale,
  namespace: Namespace,
) {
  return createTranslator({ locale, namespace, messages: messagesOf(locale), timeZone: "Europe/Berlin" });
}
