import { HoverLink } from "@/components/ui/hover-link-client";
import { findCategory } from "@/lib/catalog/categories";
import type { ProductView } from "@/lib/catalog/product-view";
import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { pathIn } from "@/lib/i18n/paths";

/** The way back from a product to its department. */
export function ProductTrail({ product, locale }: { product: ProductView; locale: Locale }) {
  const t = translator(locale, "shop");
  const category = findCategory(product.category);
  const steps = [
    { href: pathIn(locale, "/products"), name: t("nav.products") },
    ...(category
      ? [{ href: pathIn(locale, `/categories/${category.id}`), name: category.name[locale] }]
      : []),
  ];
  return (
    <nav aria-label={t("nav.breadcrumb")} className="py-4 text-sm text-quiet md:py-6">
      <ol className="flex flex-wrap gap-x-2">
        {steps.map(({ href, name }, index) => (
          <li key={href} className="flex items-center gap-2">
            <HoverLink
              href={href}
              className="inline-flex min-h-9 items-center hover:text-text hover:underline"
            >
              {name}
            </HoverLink>
            <span aria-hidden="true" className={index === steps.length - 1 ? "hidden sm:inline" : undefined}>
              /
            </span>
          </li>
        ))}
        <li aria-current="page" className="hidden items-center text-text sm:flex">
          {product.name[locale]}
        </li>
      </ol>
    </nav>
  );
}
