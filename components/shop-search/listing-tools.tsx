import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { categories } from "@/lib/catalog/categories";
import { euros, type Listing, sortOrders } from "@/lib/catalog/listing";
import type { Locale } from "@/lib/i18n/config";
import { translator } from "@/lib/i18n/messages";
import { pathIn } from "@/lib/i18n/paths";

type Props = { listing: Listing; locale: Locale; open?: boolean };

/** Sorting and narrowing down, folded away: a form whose answer stands in the address, for every list of products. */
export function ListingTools({ listing, locale, open = false }: Props) {
  const t = translator(locale, "find");
  return (
    <details open={open} className="group">
      <summary className="inline-flex min-h-11 items-center gap-2 rounded text-sm font-medium text-ink">
        <svg
          aria-hidden="true"
          viewBox="0 0 20 20"
          className="size-5 fill-none stroke-current stroke-[1.5]"
          strokeLinecap="round"
        >
          <path d="M3 6h8m4 0h2M3 14h2m4 0h8M13 4v4M7 12v4" />
        </svg>
        {t("tools.summary")}
      </summary>
      <form
        action={pathIn(locale, "/search")}
        className="mt-2 grid gap-x-6 gap-y-4 rounded border border-line bg-sheet p-5 sm:grid-cols-2 lg:grid-cols-4"
      >
        {listing.words ? <input type="hidden" name="q" value={listing.words} /> : null}
        <Select name="sort" label={t("tools.sort")} defaultValue={listing.sort}>
          {sortOrders.map((order) => (
            <option key={order} value={order}>
              {t(order === "best" && listing.words ? "sort.bestFor" : `sort.${order}`)}
            </option>
          ))}
        </Select>
        <Select name="category" label={t("tools.category")} defaultValue={listing.category ?? ""}>
          <option value="">{t("tools.everywhere")}</option>
          {categories.map(({ id, name }) => (
            <option key={id} value={id}>
              {name[locale]}
            </option>
          ))}
        </Select>
        <PriceRange listing={listing} locale={locale} />
        <div className="flex flex-col justify-end gap-3">
          <label className="flex min-h-11 items-center gap-3 text-sm">
            <input
              type="checkbox"
              name="stock"
              value="1"
              defaultChecked={listing.inStock}
              className="size-5 accent-ink"
            />
            {t("tools.inStock")}
          </label>
          <Button type="submit" variant="secondary">
            {t("tools.apply")}
          </Button>
        </div>
      </form>
    </details>
  );
}

function PriceRange({ listing, locale }: Props) {
  const t = translator(locale, "find");
  const ends = [
    { name: "from", label: t("tools.from"), value: euros(listing.from) },
    { name: "to", label: t("tools.to"), value: euros(listing.to) },
  ];
  return (
    <div className="grid grid-cols-2 gap-4 self-start">
      {ends.map(({ name, label, value }) => (
        <Field
          key={name}
          name={name}
          label={label}
          defaultValue={value ?? ""}
          inputMode="decimal"
          autoComplete="off"
          maxLength={10}
          numeric
        />
      ))}
    </div>
  );
}
