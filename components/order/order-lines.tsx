import { Price } from "@/components/ui/price";
import type { Order, OrderLine } from "@/lib/db/schema";
import { translator } from "@/lib/i18n/messages";
import { cents, sum } from "@/lib/money";

type Props = { order: Order; lines: readonly OrderLine[] };

/** The frozen lines of an order and what they come to. */
export function OrderLines({ order, lines }: Props) {
  const { locale } = order;
  const t = translator(locale, "order");
  const totalOf = (type: OrderLine["type"]) =>
    sum(lines.filter((line) => line.type === type).map((line) => line.total));
  const discount = totalOf("coupon");
  const shipping = totalOf("shipping");
  const donation = totalOf("donation");
  const taxed = order.vatGroups.filter(({ percent }) => percent > 0);
  return (
    <section aria-labelledby="lines">
      <h2 id="lines" className="font-serif text-2xl">
        {t("lines.heading")}
      </h2>
      <ul className="mt-4 border-t border-line">
        {lines
          .filter((line) => line.type === "article")
          .map((line) => (
            <li key={line.position} className="flex justify-between gap-4 border-b border-line py-3">
              <span>
                <span className="tabular-nums text-quiet">
                  {t("lines.quantity", { count: line.quantity })}
                </span>{" "}
                {line.name}
              </span>
              <Price amount={line.total} locale={locale} />
            </li>
          ))}
      </ul>
      <dl className="mt-3 space-y-1">
        {discount > 0 ? (
          <Row label={t("lines.coupon", { code: order.couponCode ?? "" })}>
            <Price amount={cents(-discount)} locale={locale} />
          </Row>
        ) : null}
        <Row label={t(order.delivery === "collection" ? "lines.pickUp" : "lines.shipping")}>
          {shipping > 0 ? <Price amount={shipping} locale={locale} /> : t("lines.free")}
        </Row>
        {donation > 0 ? (
          <Row label={t("lines.donation")}>
            <Price amount={donation} locale={locale} />
          </Row>
        ) : null}
        <Row label={t("lines.total")} strong>
          <Price amount={order.total} locale={locale} />
        </Row>
        {order.reduced > 0 ? (
          <Row label={t("lines.reduced")} quiet>
            <Price amount={cents(-order.reduced)} locale={locale} />
          </Row>
        ) : null}
        {order.refunded > 0 ? (
          <Row label={t("lines.refunded")} quiet>
            <Price amount={order.refunded} locale={locale} />
          </Row>
        ) : null}
        {taxed.map((group) => (
          <Row key={group.percent} label={t("lines.vat", { percent: group.percent })} quiet>
            <Price amount={group.vat} locale={locale} />
          </Row>
        ))}
      </dl>
    </section>
  );
}

type RowProps = { label: string; children: React.ReactNode; strong?: boolean; quiet?: boolean };

function Row({ label, children, strong, quiet }: RowProps) {
  const look = strong ? "text-lg font-medium" : quiet ? "text-sm text-quiet" : "";
  return (
    <div className={`flex justify-between gap-4 ${look}`}>
      <dt>{label}</dt>
      <dd className="tabular-nums">{children}</dd>
    </div>
  );
}
