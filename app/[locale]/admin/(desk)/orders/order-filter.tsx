import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { type ListFilter, listFilters } from "@/lib/orders/admin-list";

type Props = { locale: string; search: string; filter: ListFilter; searched: boolean };

/** Search and state of the order list: a plain GET form, so that the address says what is shown. */
export async function OrderFilter({ locale, search, filter, searched }: Props) {
  const t = await getTranslations("admin");
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
          className="w-72"
        />
        <Select name="state" label={t("list.state")} defaultValue={filter} className="w-56">
          {listFilters.map((name) => (
            <option key={name} value={name}>
              {t(`filter.${name}`)}
            </option>
          ))}
        </Select>
        <Button variant="secondary">{t("list.submit")}</Button>
        {searched ? (
          <Link className="link py-3" href={`/${locale}/admin/orders`}>
            {t("list.reset")}
          </Link>
        ) : null}
      </form>
    </search>
  );
}
