// The core of next-intl without its React part, which needs a bundler: scripts and jobs run without one.
import { createTranslator, type NamespaceKeys, type NestedKeyOf } from "use-intl/core";
import type { Locale } from "@/lib/i18n/config";
import deAdmin from "@/lib/i18n/messages/de/admin.json";
import deBasket from "@/lib/i18n/messages/de/basket.json";
import deCatalogue from "@/lib/i18n/messages/de/catalogue.json";
import deCheckout from "@/lib/i18n/messages/de/checkout.json";
import deCustomer from "@/lib/i18n/messages/de/customer.json";
import deDesk from "@/lib/i18n/messages/de/desk.json";
import deDocuments from "@/lib/i18n/messages/de/documents.json";
import deFind from "@/lib/i18n/messages/de/find.json";
import deLinks from "@/lib/i18n/messages/de/links.json";
import deMail from "@/lib/i18n/messages/de/mail.json";
import deOrder from "@/lib/i18n/messages/de/order.json";
import deSettings from "@/lib/i18n/messages/de/settings.json";
import deShop from "@/lib/i18n/messages/de/shop.json";
import deWithdrawal from "@/lib/i18n/messages/de/withdrawal.json";
import enAdmin from "@/lib/i18n/messages/en/admin.json";
import enBasket from "@/lib/i18n/messages/en/basket.json";
import enCatalogue from "@/lib/i18n/messages/en/catalogue.json";
import enCheckout from "@/lib/i18n/messages/en/checkout.json";
import enCustomer from "@/lib/i18n/messages/en/customer.json";
import enDesk from "@/lib/i18n/messages/en/desk.json";
import enDocuments from "@/lib/i18n/messages/en/documents.json";
import enFind from "@/lib/i18n/messages/en/find.json";
import enLinks from "@/lib/i18n/messages/en/links.json";
import enMail from "@/lib/i18n/messages/en/mail.json";
import enOrder from "@/lib/i18n/messages/en/order.json";
import enSettings from "@/lib/i18n/messages/en/settings.json";
import enShop from "@/lib/i18n/messages/en/shop.json";
import enWithdrawal from "@/lib/i18n/messages/en/withdrawal.json";

const de = {
  admin: deAdmin,
  basket: deBasket,
  catalogue: deCatalogue,
  checkout: deCheckout,
  customer: deCustomer,
  desk: deDesk,
  documents: deDocuments,
  find: deFind,
  links: deLinks,
  mail: deMail,
  order: deOrder,
  settings: deSettings,
  shop: deShop,
  withdrawal: deWithdrawal,
};

/** All texts of one language; the namespace is the file's name. German is the pattern the other language follows. */
export type Messages = typeof de;

const en: Messages = {
  admin: enAdmin,
  basket: enBasket,
  catalogue: enCatalogue,
  checkout: enCheckout,
  customer: enCustomer,
  desk: enDesk,
  documents: enDocuments,
  find: enFind,
  links: enLinks,
  mail: enMail,
  order: enOrder,
  settings: enSettings,
  shop: enShop,
  withdrawal: enWithdrawal,
};

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
