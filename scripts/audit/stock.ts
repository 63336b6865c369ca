import { type Books, groupBy, type OrderBooks } from "./books";
import type { Finding, ShopFacts } from "./facts";

/** Where an order's pieces are, by the order's state. */
const expectedHold: Record<string, string> = {
  open: "held",
  confirmed: "consumed",
  shipped: "consumed",
  cancelled: "released",
  expired: "released",
};

/**
 * Reserved pieces against holds, and with the stock of a known beginning also what was sold since: beginning = stock +
 * consumed.
 */
export function compareStock(shop: ShopFacts, beginning: ReadonlyMap<string, number> | null): Finding[] {
  const holds = groupBy(shop.holds, ({ sku }) => sku);
  const sum = (sku: string, state: string) =>
    (holds.get(sku) ?? []).reduce((all, hold) => all + (hold.state === state ? hold.quantity : 0), 0);
  return shop.products.flatMap(({ sku, stock, reserved }) => {
    const found: Finding[] = [];
    const wrong = (kind: string, detail: string) =>
      found.push({ level: "error", kind, subject: sku, detail });
    const held = sum(sku, "held");
    if (held !== reserved) wrong("reserved", `${reserved} reserved, ${held} held by orders`);
    if (stock < reserved) wrong("oversold", `${stock} in stock, ${reserved} reserved`);
    const start = beginning?.get(sku);
    const sold = sum(sku, "consumed");
    if (start !== undefined && stock + sold !== start)
      wrong("stock", `began with ${start}, sold ${sold}, has ${stock}`);
    return found;
  });
}

/** Each order holds exactly the pieces of its lines, in the state that its own state asks for. */
export function compareHolds({ order, lines, holds }: OrderBooks): Finding[] {
  const articles = groupBy(
    lines.filter(({ sku }) => sku !== null),
    ({ sku }) => sku ?? "",
  );
  const found: Finding[] = [];
  const wrong = (kind: string, detail: string) =>
    found.push({ level: "error", kind, subject: order.number, detail });
  for (const [sku, entries] of articles) {
    const ordered = entries.reduce((all, line) => all + line.quantity, 0);
    const kept = holds.filter((hold) => hold.sku === sku).reduce((all, hold) => all + hold.quantity, 0);
    if (ordered !== kept) wrong("hold_quantity", `${sku}: ${ordered} ordered, ${kept} set aside`);
  }
  for (const hold of holds) {
    if (!articles.has(hold.sku)) wrong("hold_without_line", hold.sku);
    const expected = expectedHold[order.state];
    if (hold.state !== expected)
      wrong("hold_state", `${hold.sku} is ${hold.state}, the order is ${order.state}`);
  }
  return found;
}

/** Each coupon was used by as many orders as it says. */
export function compareCoupons({ coupons }: ShopFacts): Finding[] {
  return coupons
    .filter(({ uses, counted, overdrawn }) => uses !== counted - overdrawn)
    .map(({ code, uses, counted }) => {
      const detail = `${uses} uses noted, ${counted} orders used it`;
      return { level: "error", kind: "coupon_uses", subject: code, detail };
    });
}

/** All orders' holds. */
export function compareAllHolds(books: Books): Finding[] {
  return books.orders.flatMap(compareHolds);
}
