import { HoverLink } from "@/components/ui/hover-link-client";
import { join } from "@/components/ui/join";
import { type CategoryId, categories } from "@/lib/catalog/categories";
import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { pathIn } from "@/lib/i18n/paths";

type Props = {
  locale: Locale;
  /** The department being shown, null for all. */
  current: CategoryId | null;
  /** False where none of them is being shown. */
  marked?: boolean;
};

/** The departments above a list of products. */
export function CategoryLinks({ locale, current, marked = true }: Props) {
  const t = translator(locale, "shop");
  const links = [
    { id: null, href: pathIn(locale, "/products"), name: t("nav.products") },
    ...categories.map(({ id, name }) => ({
      id,
      href: pathIn(locale, `/categories/${id}`),
      name: name[locale],
    })),
  ];
  return (
    <nav aria-label={t("nav.categories")}>
      <ul className="flex flex-wrap gap-2">
        {links.map(({ id, href, name }) => (
          <li key={href}>
            <HoverLink
              href={href}
              aria-current={marked && id === current ? "page" : undefined}
              className={join(
                "inline-flex min-h-11 items-center rounded-full border px-4 text-sm",
                marked && id === current
                  ? "border-ink bg-ink text-on-ink"
                  : "border-line hover:border-ink hover:text-ink",
              )}
            >
              {name}
            </HoverLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
