import type { Order, OrderLine } from "@/lib/db/schema";
import { translator } from "@/lib/i18n/messages";
import { colour, quiet, text } from "@/lib/mail/parts/theme";
import { plain } from "@/lib/mail/words";
import { cents, formatCents, sum } from "@/lib/money";

type Row = { key: string; label: string; amount: string; tone?: "quiet" | "strong" };

/** What was ordered and what it comes to: the same numbers as on the order page. */
export function OrderTable({ order, lines }: { order: Order; lines: readonly OrderLine[] }) {
  const rows = [...articles(order, lines), ...totals(order, lines)];
  const cell = { borderTop: `1px solid ${colour.line}`, padding: "8px 0", verticalAlign: "top" } as const;
  return (
    <table
      className="lines"
      cellPadding={0}
      cellSpacing={0}
      style={{ width: "100%", borderCollapse: "collapse", margin: "8px 0 24px" }}
    >
      <tbody>
        {rows.map(({ key, label, amount, tone }) => {
          const style = {
            ...(tone === "quiet" ? quiet : text),
            ...cell,
            margin: 0,
            fontWeight: tone === "strong" ? 600 : 400,
          };
          const className = `rule ${tone === "quiet" ? "quiet" : "text"}`;
          return (
            <tr key={key}>
              <td className={className} style={style}>
                {label}
              </td>
              <td
                className={className}
                align="right"
                style={{
                  ...style,
                  paddingLeft: "16px",
                  whiteSpace: "nowrap",
                  textAlign: "right",
                  fontVariantNumeric: "tabular-nums",
                }}
              >
                {amount}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function articles({ locale }: Order, lines: readonly OrderLine[]): Row[] {
  const t = translator(locale, "order");
  const m = translator(locale, "mail");
  return lines
    .filter(({ type }) => type === "article")
    .map((line) => {
      const what = `${t("lines.quantity", { count: line.quantity })} ${plain(line.name)}`;
      const each = m("each", { price: formatCents(line.unitPrice, locale) });
      return {
        key: `line-${line.position}`,
        label: line.quantity > 1 ? `${what}, ${each}` : what,
        amount: formatCents(line.total, locale),
      };
    });
}

function totals(order: Order, lines: readonly OrderLine[]): Row[] {
  const { locale } = order;
  const t = translator(locale, "order");
  const money = (amount: number) => formatCents(cents(amount), locale);
  const of = (type: OrderLine["type"]) =>
    sum(lines.filter((line) => line.type === type).map(({ total }) => total));
  const [discount, shipping, donation] = [of("coupon"), of("shipping"), of("donation")];
  const rows: (Row | false)[] = [
    discount > 0 && {
      key: "coupon",
      label: t("lines.coupon", { code: order.couponCode ?? "" }),
      amount: money(-discount),
    },
    {
      key: "shipping",
      label: t(order.delivery === "collection" ? "lines.pickUp" : "lines.shipping"),
      amount: shipping > 0 ? money(shipping) : t("lines.free"),
    },
    donation > 0 && { key: "donation", label: t("lines.donation"), amount: money(donation) },
    { key: "total", label: t("lines.total"), amount: money(order.total), tone: "strong" },
    order.reduced > 0 && {
      key: "reduced",
      label: t("lines.reduced"),
      amount: money(-order.reduced),
      tone: "quiet",
    },
    ...order.vatGroups
      .filter(({ percent }) => percent > 0)
      .map(
        ({ percent, vat }): Row => ({
          key: `vat-${percent}`,
          label: t("lines.vat", { percent }),
          amount: money(vat),
          tone: "quiet",
        }),
      ),
  ];
  return rows.filter((row) => row !== false);
}
