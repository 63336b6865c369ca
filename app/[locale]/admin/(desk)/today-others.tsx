import { getTranslations } from "next-intl/server";
import { formatMoment } from "@/components/admin/moment";
import { Price } from "@/components/ui/price";
import type { Locale } from "@/lib/i18n/config";
import type { Today } from "@/lib/reports/today";
import { TodayList } from "./today-list";
import { daysSince } from "./today-orders";

type Props = { today: Today; locale: Locale; now: Date };

/** Refunds and withdrawals that are not settled. */
export async function TodayClaims({ today, locale, now }: Props) {
  const t = await getTranslations();
  const admin = `/${locale}/admin`;
  return (
    <>
      <TodayList
        id="today-refunds"
        title={t("desk.today.refunds")}
        count={today.refunds.count}
        rows={today.refunds.first.map((refund) => ({
          key: `${refund.orderId}${refund.since.getTime()}`,
          href: `${admin}/orders/${refund.orderId}`,
          link: refund.number,
          text: (
            <>
              <Price amount={refund.amount} locale={locale} /> · {t(`admin.refundState.${refund.state}`)}
            </>
          ),
          aside: t("desk.today.since", { days: daysSince(refund.since, now) }),
          urgent: refund.state === "unclear",
        }))}
        more={{ href: `${admin}/orders?state=refunding`, text: t("desk.today.all") }}
      />
      <TodayList
        id="today-withdrawals"
        title={t("desk.today.withdrawals")}
        count={today.withdrawals.count}
        rows={today.withdrawals.first.map((each) => ({
          key: each.id,
          href: `${admin}/orders/withdrawals#${each.id}`,
          link: each.orderReference,
          text: each.name,
          aside: formatMoment(each.receivedAt, locale),
        }))}
        more={{ href: `${admin}/orders/withdrawals`, text: t("desk.today.all") }}
      />
    </>
  );
}

/** What runs short or failed inside the shop. */
export async function TodayShop({ today, locale, now }: Props) {
  const t = await getTranslations("desk.today");
  const admin = `/${locale}/admin`;
  const { lowStock, deadLetters, deadMails } = today;
  return (
    <>
      <TodayList
        id="today-stock"
        title={t("lowStock")}
        count={lowStock.count}
        rows={lowStock.first.map(({ sku, name, left }) => ({
          key: sku,
          href: `${admin}/products/${encodeURIComponent(sku)}`,
          link: sku,
          text: name[locale],
          aside: t("left", { count: left }),
          urgent: left <= 0,
        }))}
        more={{ href: `${admin}/products`, text: t("all") }}
      />
      <TodayList
        id="today-jobs"
        title={t("jobs")}
        count={deadLetters.count + deadMails}
        rows={[
          ...(deadMails > 0
            ? [
                {
                  key: "mails",
                  href: `${admin}/settings/jobs`,
                  link: t("mails"),
                  text: t("mailsText", { count: deadMails }),
                  aside: "",
                },
              ]
            : []),
          ...deadLetters.first.map(({ id, queue, why, at }) => ({
            key: id,
            href: `${admin}/settings/jobs`,
            link: queue,
            text: why ?? "",
            aside: t("since", { days: daysSince(at, now) }),
          })),
        ]}
        more={{ href: `${admin}/settings/jobs`, text: t("all") }}
      />
    </>
  );
}
