import { getTranslations } from "next-intl/server";
import { Moment } from "@/components/admin/moment";
import { Panel } from "@/components/admin/panel";
import { Price } from "@/components/ui/price";
import type { AdminRole } from "@/lib/auth/admins";
import { mayAct } from "@/lib/auth/roles";
import type { Locale } from "@/lib/i18n/config";
import { cents, formatCents } from "@/lib/money";
import type { OrderDetail } from "@/lib/orders/admin-detail";
import { owedFor } from "@/lib/orders/sums";
import { refundableLines } from "@/lib/payments/refund-amount";
import { givenBack } from "@/lib/payments/refund-claim";
import { cancelledBy, type ListedRefund } from "@/lib/payments/refund-list";
import { refundAction } from "./refund-actions";
import { RefundForm } from "./refund-form-client";
import { lineField } from "./refund-schema";

type Props = { detail: OrderDetail; role: AdminRole; locale: Locale };

/** What was given back so far and the form for more, once there is an accepted payment. */
export async function OrderRefund({ detail, role, locale }: Props) {
  const { order, attempts, refunds } = detail;
  const accepted = attempts.some(({ state }) => state === "accepted");
  if (!accepted && refunds.length === 0) return null;
  const t = await getTranslations("admin");
  const left = cents(Math.max(0, Math.max(order.received, owedFor(order)) - order.refunded));
  const allowed = mayAct(role, "owner");
  return (
    <Panel title={t("refund.title")} id="refund">
      <RefundList refunds={refunds} locale={locale} />
      {accepted && !allowed ? <p className="text-quiet">{t("refund.onlyOwner")}</p> : null}
      {allowed ? (
        <RefundForm
          action={refundAction}
          hidden={{ locale, orderId: order.id, seen: String(givenBack(order)) }}
          open={accepted}
          ways={[
            { value: "all", label: t("refund.all") },
            { value: "amount", label: t("refund.byAmount") },
            { value: "lines", label: t("refund.byLines") },
          ]}
          lines={await linesOf(detail, locale)}
          texts={{
            summary: `${t("refund.title")} · ${t("refund.upTo", { left: formatCents(left, locale) })}`,
            intro: t("refund.intro"),
            what: t("refund.what"),
            amount: t("refund.amount"),
            amountHint: t("refund.amountHint"),
            linesHint: t("refund.linesHint"),
            reason: t("refund.reason"),
            reasonHint: t("refund.reasonHint"),
            confirm: t("refund.confirm"),
            submit: t("refund.submit"),
            sending: t("refund.sending"),
            supportId: t("errors.supportId"),
          }}
        />
      ) : null}
    </Panel>
  );
}

async function linesOf({ lines, refunds }: OrderDetail, locale: Locale) {
  const t = await getTranslations("admin.refund");
  const left = new Map(refundableLines(lines, refunds).map((line) => [line.position, line.quantity]));
  return lines
    .filter((line) => left.has(line.position))
    .map((line) => {
      const max = left.get(line.position) ?? 0;
      const price = formatCents(line.unitPrice, locale);
      return {
        name: lineField(line.position),
        label: t("lineLabel", { name: line.name }),
        hint: t("lineHint", { count: max, price }),
        max,
      };
    });
}

async function RefundList({ refunds, locale }: { refunds: ListedRefund[]; locale: Locale }) {
  const t = await getTranslations("admin");
  if (refunds.length === 0) return <p className="text-quiet">{t("refund.none")}</p>;
  return (
    <ul aria-label={t("refund.soFar")} className="[&>li]:border-t [&>li]:py-2 [&>li:first-child]:border-t-0">
      {refunds.map((refund) => (
        <li key={refund.id}>
          <div className="flex flex-wrap justify-between gap-x-4">
            <Price amount={refund.amount} locale={locale} />
            <span className={refund.state === "failed" ? "text-oxblood" : ""}>
              {t(`refundState.${wordsOf(refund)}`)}
            </span>
          </div>
          <p className="text-xs text-quiet wrap-anywhere">
            <Moment at={refund.at} locale={locale} /> · {whoRefunded(refund, t)}
            {refund.reason ? ` · ${refund.reason}` : null}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Of an unpaid invoice nothing is given back: its amount was lowered (api.md 13.4). */
const wordsOf = ({ state, pspId }: ListedRefund) => (state === "done" && pspId === null ? "lowered" : state);

type Translate = Awaited<ReturnType<typeof getTranslations<"admin">>>;

function whoRefunded({ by }: ListedRefund, t: Translate): string {
  if (by === null) return t("refund.byElsewhere");
  return by === cancelledBy ? t("refund.byCancellation") : t("refund.by", { who: by });
}
