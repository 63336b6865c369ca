import type { OrderLine, RefundedLine } from "@/lib/db/schema";
import { type Cents, cents } from "@/lib/money";

type Line = Pick<OrderLine, "position" | "type" | "quantity" | "unitPrice" | "vatPercent" | "total">;

/**
 * What some pieces of an order's lines cost the buyer, in gross cents: a coupon lowers the articles of its VAT rate in
 * proportion. All lines together come to the order's total. Throws when a line or quantity is not the order's.
 */
export function amountOfLines(lines: readonly Line[], chosen: readonly RefundedLine[]): Cents {
  const articles = new Map<number, number>();
  let others = 0;
  for (const { position, quantity } of chosen) {
    const line = lines.find((each) => each.position === position);
    if (!line || line.type === "coupon" || quantity < 1 || quantity > line.quantity)
      throw new RangeError(`the order has no ${quantity} of line ${position}`);
    const gross = quantity * line.unitPrice;
    if (line.type === "article") articles.set(line.vatPercent, (articles.get(line.vatPercent) ?? 0) + gross);
    else others += gross;
  }
  let amount = others;
  for (const [rate, gross] of articles) {
    const whole = grossOf(lines, "article", rate);
    const share = Math.floor((2 * grossOf(lines, "coupon", rate) * gross + whole) / (2 * whole));
    amount += gross - share;
  }
  return cents(amount);
}

function grossOf(lines: readonly Line[], type: Line["type"], rate: number): number {
  return lines
    .filter((line) => line.type === type && line.vatPercent === rate)
    .reduce((all, line) => all + line.total, 0);
}

type Asked = { lines: RefundedLine[] | null; state: string };

/** How many pieces of each line may still be refunded: those of refunds that did not fail are gone. */
export function refundableLines(lines: readonly Line[], refunds: readonly Asked[]): RefundedLine[] {
  const gone = new Map<number, number>();
  for (const refund of refunds) {
    if (refund.state === "failed") continue;
    for (const { position, quantity } of refund.lines ?? [])
      gone.set(position, (gone.get(position) ?? 0) + quantity);
  }
  return lines
    .filter((line) => line.type !== "coupon" && line.total > 0)
    .map(({ position, quantity }) => ({ position, quantity: quantity - (gone.get(position) ?? 0) }));
}
