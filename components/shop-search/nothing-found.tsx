import { CategoryLinks } from "@/components/shop-product/category-links";
import { ProductGrid } from "@/components/shop-product/product-grid";
import { LinkButton } from "@/components/ui/link-button";
import type { ProductView } from "@/lib/catalog/product-view";
import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { pathIn } from "@/lib/i18n/paths";

type Props = {
  /** True when the same search without its restrictions would show something. */
  filtered: boolean;
  /** The address of that search. */
  wider: string;
  instead: readonly ProductView[];
  locale: Locale;
};

/** An empty result that helps on: why it is empty, the way to a wider search, and something to look at. */
export function NothingFound({ filtered, wider, instead, locale }: Props) {
  const t = translator(locale, "find");
  return (
    <div className="space-y-10">
      <div className="max-w-prose space-y-3">
        <h2 className="font-serif text-xl font-medium">
          {t(filtered ? "nothing.filtered" : "nothing.title")}
        </h2>
        <p className="text-quiet">{t(filtered ? "nothing.hintFiltered" : "nothing.hint")}</p>
      </div>
      {filtered ? (
        <LinkButton href={pathIn(locale, wider)} variant="secondary" prefetch={false}>
          {t("active.clear")}
        </LinkButton>
      ) : (
        <CategoryLinks locale={locale} current={null} marked={false} />
      )}
      {instead.length > 0 ? (
        <section aria-labelledby="instead" className="space-y-8 border-t border-line pt-10">
          <h2 id="instead" className="font-serif text-2xl font-medium">
            {t("nothing.instead")}
          </h2>
          <ProductGrid products={instead} locale={locale} />
        </section>
      ) : null}
    </div>
  );
}
