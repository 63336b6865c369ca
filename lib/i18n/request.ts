import { locale as rootLocale } from "next/root-params";
import { getRequestConfig } from "next-intl/server";
import { defaultLocale, isLocale } from "@/lib/i18n/config";
import { messagesOf } from "@/lib/i18n/messages";

/**
 * How a text is found. In pages, layouts and other server components: `await getTranslations("shop")`, or
 * `useTranslations("shop")` where the component is not async; the language is the root parameter of the path.
 *
 * Root parameters do not exist in server actions and route handlers: reading one there throws. Take the language from a
 * hidden field of the form, check it with isLocale, and use `translator(locale, "checkout")` from lib/i18n/messages (or
 * `getTranslations({ locale, namespace })`). Client components get finished texts as props: no texts and no formatter
 * travel to the browser.
 */
export default getRequestConfig(async ({ locale: given }) => {
  const asked = given ?? (await rootLocale());
  const locale = isLocale(asked) ? asked : defaultLocale;
  return { locale, messages: messagesOf(locale), timeZone: "Europe/Berlin" };
});
