import { desc, eq, type SQL, sql } from "drizzle-orm";
import { findProductsBySku } from "@/lib/catalog/queries";
import type { Db } from "@/lib/db/client";
import { orders, type PaymentLink, paymentLinks } from "@/lib/db/schema";
import { priceContent } from "@/lib/links/price";
import { type LinkState, linkState } from "@/lib/links/state";
import type { Cents } from "@/lib/money";

export type ListedLink = {
  link: PaymentLink;
  state: LinkState;
  /** What was ordered, or what it would cost now; null when its articles cannot be sold any more. */
  total: Cents | null;
  order: { id: string; number: string } | null;
};

type Query = { now: Date; locale: "de" | "en"; after?: string | null; pageSize?: number };

/** Payment links, newest first, by keyset like the orders. An unreadable `after` is page one. */
export async function listLinks(
  db: Db,
  { now, locale, after = null, pageSize = 50 }: Query,
): Promise<{ links: ListedLink[]; next: string | null }> {
  const rows = await db
    .select({ link: paymentLinks, order: orders })
    .from(paymentLinks)
    .leftJoin(orders, eq(orders.id, paymentLinks.orderId))
    .where(behind(after))
    .orderBy(desc(paymentLinks.createdAt), desc(paymentLinks.id))
    .limit(pageSize + 1);
  const page = rows.slice(0, pageSize);
  const skus = page.flatMap(({ link }) => (link.items ?? []).map((item) => item.sku));
  const products = await findProductsBySku(db, skus);
  const links = page.map(({ link, order }): ListedLink => {
    const state = linkState(link, order, now);
    const ordered = order && (state === "paid" || state === "waiting") ? order : null;
    const current = priceContent(link, products, { locale, now }).priced;
    return {
      link,
      state,
      total: ordered?.total ?? (current.count > 0 ? current.total : null),
      order: ordered && { id: ordered.id, number: ordered.number },
    };
  });
  const last = rows.length > pageSize ? page.at(-1) : undefined;
  return { links, next: last ? `${last.link.createdAt.getTime()}_${last.link.id}` : null };
}

function behind(after: string | null): SQL | undefined {
  const match = /^(\d{10,15})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(after ?? "");
  if (!match) return undefined;
  const createdAt = new Date(Number(match[1])).toISOString();
  return sql`(${paymentLinks.createdAt}, ${paymentLinks.id}) < (${createdAt}::timestamptz, ${match[2]}::uuid)`;
}
