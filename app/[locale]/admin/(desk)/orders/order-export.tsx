import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { germanDay } from "@/lib/reports/german-day";

/** Ways out of the list: many shipments at once, and a file for the tax adviser; the month so far to begin with. */
export async function OrderExport({ locale, now }: { locale: string; now: Date }) {
  const t = await getTranslations("desk.export");
  const today = germanDay(now);
  return (
    <div className="flex flex-wrap items-baseline gap-x-6 gap-y-2">
      <Link className="link py-2" href={`/${locale}/admin/orders/shipments`}>
        {t("shipments")}
      </Link>
      <details className="relative">
        <summary className="cursor-pointer py-2 text-ink">{t("title")}</summary>
        <form
          action="/api/admin/orders/export"
          className="absolute right-0 z-20 flex w-72 flex-col gap-3 rounded border border-edge bg-sheet p-4"
        >
          <p className="text-xs text-quiet">{t("intro")}</p>
          <Field name="from" type="date" label={t("from")} defaultValue={`${today.slice(0, 8)}01`} required />
          <Field name="to" type="date" label={t("to")} defaultValue={today} required />
          <Button variant="secondary" size="small">
            {t("submit")}
          </Button>
        </form>
      </details>
    </div>
  );
}
