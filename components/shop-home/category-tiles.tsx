import { HoverLink } from "@/components/ui/hover-link-client";
import { Picture } from "@/components/ui/picture";
import { categories } from "@/lib/catalog/categories";
import type { Locale } from "@/lib/i18n/config";
import { pathIn } from "@/lib/i18n/paths";

/** The departments with a picture each. The picture is decoration: the name stands below it. */
export function CategoryTiles({ locale }: { locale: Locale }) {
  return (
    <ul className="grid grid-cols-2 gap-4 sm:gap-6 lg:grid-cols-4">
      {categories.map(({ id, name, intro, picture }) => (
        <li
          key={id}
          className="group relative overflow-hidden rounded border border-line bg-sheet hover:border-edge"
        >
          <Picture
            src={`/products/${picture}.webp`}
            width={1200}
            height={1200}
            alt=""
            sizes="(min-width: 1200px) 266px, (min-width: 1024px) 23vw, 46vw"
            className="aspect-[4/3] w-full bg-tile object-cover"
          />
          <div className="px-4 py-4 sm:px-5">
            <h3 className="font-serif text-lg leading-7 font-medium sm:text-xl">
              <HoverLink
                href={pathIn(locale, `/categories/${id}`)}
                className="decoration-brass decoration-1 underline-offset-4 group-hover:underline after:absolute after:inset-0"
              >
                {name[locale]}
              </HoverLink>
            </h3>
            <p className="mt-1 hidden text-sm text-quiet sm:block">{intro[locale]}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
