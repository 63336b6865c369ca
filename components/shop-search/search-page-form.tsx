import { Button } from "@/components/ui/button";
import { controlStyle } from "@/components/ui/field-frame";
import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { pathIn } from "@/lib/i18n/paths";

/** The result page's own search field: phones have no other one. It keeps what was searched, to be mended. */
export function SearchPageForm({ words, locale }: { words: string; locale: Locale }) {
  const t = translator(locale, "find");
  return (
    <form action={pathIn(locale, "/search")} className="flex max-w-prose gap-3 md:hidden">
      <input
        name="q"
        type="search"
        aria-label={t("label")}
        defaultValue={words}
        placeholder={t("placeholder")}
        maxLength={100}
        autoComplete="off"
        enterKeyHint="search"
        className={controlStyle}
      />
      <Button type="submit">{t("button")}</Button>
    </form>
  );
}
