import { getTranslations } from "next-intl/server";
import { Price } from "@/components/ui/price";
import type { Locale } from "@/lib/i18n/config";
import type { Some, Today, WaitingOrder } from "@/lib/reports/today";
import { TodayList, type TodayRow } from "./today-list";

type Props = { today: Today; locale: Locale; now: Date };
type Kind = "toShip" | "flagged" | "authorised" | "awaiting";

/** Which filter of the order list shows all of a kind, and after how many days it is urgent. */
const kinds = {
  flagged: { filter: "flagged", urgentDays: 0 },
  toShip: { filter: "to_ship", urgentDays: 3 },
  authorised: { filter: "authorised", urgentDays: 2 },
  awaiting: { filter: "awaiting", urgentDays: 7 },
} as const;

const dayMs = 24 * 60 * 60_000;

/** How many whole days something waits. */
export function daysSince(since: Date, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - since.getTime()) / dayMs));
}

/** The orders that wait for the merchant or for their money. */
export async function TodayOrders({ today, locale, now }: Props) {
  return (
    <>
      <Waiting kind="flagged" list={today.flagged} locale={locale} now={now} />
      <Waiting kind="toShip" list={today.toShip} locale={locale} now={now} />
      <Waiting kind="authorised" list={today.authorised} locale={locale} now={now} />
      <Waiting kind="awaiting" list={today.awaiting} locale={locale} now={now} />
    </>
  );
}

type WaitingProps = { kind: Kind; list: Some<WaitingOrder>; locale: Locale; now: Date };

async function Waiting({ kind, list, locale, now }: WaitingProps) {
  const t = await getTranslations();
  const { filter, urgentDays } = kinds[kind];
  const row = (order: WaitingOrder): TodayRow => {
    const days = daysSince(order.since, now);
    return {
      key: order.id,
      href: `/${locale}/admin/orders/${order.id}`,
      link: order.number,
      text:
        kind === "flagged" && order.flag ? (
          t(`admin.flag.${order.flag}`)
        ) : (
          <>
            {order.name} · <Price amount={order.total} locale={locale} />
            {order.delivery === "collection" ? ` · ${t("desk.today.toCollect")}` : null}
          </>
        ),
      aside: t("desk.today.since", { days }),
      urgent: days >= urgentDays,
    };
  };
  return (
    <TodayList
      id={`today-${kind}`}
      title={t(`desk.today.${kind}`)}
      count={list.count}
      rows={list.first.map(row)}
      more={{ href: `/${locale}/admin/orders?state=${filter}&sort=oldest`, text: t("desk.today.all") }}
    />
  );
}
