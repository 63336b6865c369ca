import { getTranslations } from "next-intl/server";
import { DayChart } from "@/components/admin/day-chart";
import { methodName } from "@/components/admin/method-name";
import { Panel } from "@/components/admin/panel";
import { ShareTable } from "@/components/admin/share-table";
import type { Locale } from "@/lib/i18n/config";
import { type Cents, cents, formatCents, sum } from "@/lib/money";
import { type DayRevenue, invoiceDays, type MethodShare, type OpenInvoices } from "@/lib/reports/money";

const dayName = (day: string, locale: Locale) =>
  new Intl.DateTimeFormat(locale === "en" ? "en-GB" : "de-DE", {
    day: "2-digit",
    month: "2-digit",
    timeZone: "UTC",
  }).format(new Date(`${day}T12:00:00Z`));

/** What the last days brought, as columns and as a table. */
export async function RevenueByDay({ days, locale }: { days: DayRevenue[]; locale: Locale }) {
  const t = await getTranslations("desk.money");
  const money = (amount: Cents) => formatCents(amount, locale);
  const total = sum(days.map(({ amount }) => amount));
  const most = cents(Math.max(0, ...days.map(({ amount }) => amount)));
  const count = days.reduce((all, { orders }) => all + orders, 0);
  const label = t("byDayLabel", { days: days.length, total: money(total), count, most: money(most) });
  return (
    <Panel title={t("byDay", { days: days.length })} id="revenue">
      <p className="text-lg font-semibold tabular-nums">{money(total)}</p>
      <p className="mb-3 text-xs text-quiet">{t("byDayHint", { count })}</p>
      <DayChart
        label={label}
        top={money(most)}
        first={dayName(days[0]?.day ?? "", locale)}
        last={t("today")}
        bars={days.map(({ day, amount }) => ({
          day,
          value: amount,
          text: `${dayName(day, locale)}: ${money(amount)}`,
        }))}
      />
      <details className="mt-3">
        <summary className="cursor-pointer text-ink">{t("asTable")}</summary>
        <table className="mt-2 w-full text-left [&_td]:text-right [&_td]:tabular-nums [&_thead_th:not(:first-child)]:text-right">
          <caption className="sr-only">{t("byDay", { days: days.length })}</caption>
          <thead className="text-xs text-quiet [&_th]:font-medium">
            <tr>
              <th scope="col">{t("day")}</th>
              <th scope="col">{t("orders")}</th>
              <th scope="col">{t("amount")}</th>
            </tr>
          </thead>
          <tbody className="[&>tr]:border-t">
            {days.toReversed().map(({ day, orders, amount }) => (
              <tr key={day}>
                <th scope="row" className="py-1 font-normal tabular-nums">
                  {dayName(day, locale)}
                </th>
                <td>{orders}</td>
                <td>{money(amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </Panel>
  );
}

/** How the last days were paid. */
export async function RevenueByMethod({ shares, locale }: { shares: MethodShare[]; locale: Locale }) {
  const t = await getTranslations("desk.money");
  return (
    <Panel title={t("byMethod")} id="methods">
      {shares.length === 0 ? (
        <p className="text-quiet">{t("nothing")}</p>
      ) : (
        <ShareTable
          caption={t("byMethod")}
          columns={[t("method"), t("orders"), t("amount")]}
          shares={shares.map(({ method, orders, amount }) => ({
            key: method,
            label: methodName(method, locale),
            count: orders,
            value: amount,
            amount: formatCents(amount, locale),
          }))}
        />
      )}
    </Panel>
  );
}

/** What is shipped and not paid, by due date. */
export async function InvoicesByDueDate({ bands, locale }: { bands: OpenInvoices[]; locale: Locale }) {
  const t = await getTranslations("desk.money");
  const total = sum(bands.map(({ amount }) => amount));
  return (
    <Panel title={t("openInvoices", { total: formatCents(total, locale) })} id="invoices">
      {total === 0 ? (
        <p className="text-quiet">{t("noneOpen")}</p>
      ) : (
        <ShareTable
          caption={t("openInvoices", { total: formatCents(total, locale) })}
          columns={[t("due"), t("orders"), t("amount")]}
          shares={bands.map(({ band, orders, amount }) => ({
            key: band,
            label: t(`band.${band}`),
            count: orders,
            value: amount,
            amount: formatCents(amount, locale),
          }))}
        />
      )}
      <p className="mt-2 text-xs text-quiet">{t("dueHint", { days: invoiceDays })}</p>
    </Panel>
  );
}
