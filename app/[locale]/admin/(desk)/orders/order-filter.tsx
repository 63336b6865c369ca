import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { listSorts } from "@/lib/orders/admin-cursor";
import { listFilters } from "@/lib/orders/admin-filter";
import type { ListView } from "./list-address";

/** Search, state and order of the list: a plain GET form, so that the address says what is shown. */
export async function OrderFilter({ locale, view }: { locale: string; view: ListView }) {
  const t = await getTranslations("admin");
  const { search, filter, sort } = view;
  return (
    <search>
      <form action={`/${locale}/admin/orders`} className="flex flex-wrap items-end gap-3">
        <Field
          name="q"
          type="search"
          label={t("list.search")}
          placeholder={t("list.searchHint")}
          defaultValue={search}
          maxLength={100}
          className="w-full sm:w-96"
        />
        <Select name="state" label={t("list.state")} defaultValue={filter} className="w-full sm:w-52">
          {listFilters.map((name) => (
            <option key={name} value={name}>
              {t(`filter.${name}`)}
            </option>
          ))}
        </Select>
        <Select name="sort" label={t("list.sort")} defaultValue={sort} className="w-full sm:w-52">
          {listSorts.map((name) => (
            <option key={name} value={name}>
              {t(`sort.${name}`)}
            </option>
          ))}
        </Select>
        <Button variant="secondary" size="large">
          {t("list.submit")}
        </Button>
        {search || filter !== "all" || sort !== "newest" ? (
          <Link className="link py-3" href={`/${locale}/admin/orders`}>
            {t("list.reset")}
          </Link>
        ) : null}
      </form>
    </search>
  );
}
