import { HoverLink } from "@/components/ui/hover-link-client";
import { join } from "@/components/ui/join";
import { type CategoryId, categories } from "@/lib/catalog/categories";
import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { pathIn } from "@/lib/i18n/paths";

/** The departments above a list of products; `current` is the one being shown, null for all. */
export function CategoryLinks({ locale, current }: { locale: Locale; current: CategoryId | null }) {
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
              aria-current={id === current ? "page" : undefined}
              className={join(
                "inline-flex min-h-11 items-center rounded-full border px-4 text-sm",
                id === current
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
