import { and, eq, isNull } from "drizzle-orm";
import { findProductsBySku } from "@/lib/catalog/queries";
import type { Context } from "@/lib/context";
import { type LinkItem, paymentLinks } from "@/lib/db/schema";
import { priceContent } from "@/lib/links/price";
import type { Cents, VatPercent } from "@/lib/money";
import type { PaymentMethod } from "@/lib/payments/methods";

export type NewLink = {
  locale: "de" | "en";
  /** What it is for, as the buyer reads it. */
  text: string;
  expiresAt: Date | null;
  /** The only way to pay; null: all that the shop offers. */
  method: PaymentMethod | null;
  content: { kind: "amount"; amount: Cents; vatPercent: VatPercent } | { kind: "items"; items: LinkItem[] };
};

export type MakeLinkResult =
  | { ok: true; id: string }
  /** The article cannot be sold in this quantity. */
  | { ok: false; reason: "not_available"; sku: string; available: number };

/** Makes a payment link. Articles must be deliverable now; they are set aside only when the buyer orders. */
export async function makeLink(ctx: Context, input: NewLink, email: string): Promise<MakeLinkResult> {
  const { content } = input;
  const items = content.kind === "items" ? content.items : null;
  const free = content.kind === "amount" ? content : null;
  const values = {
    id: ctx.newId(),
    token: ctx.newToken(),
    locale: input.locale,
    text: input.text,
    amount: free?.amount ?? null,
    vatPercent: free?.vatPercent ?? null,
    items,
    method: input.method,
    expiresAt: input.expiresAt,
    createdBy: email,
    createdAt: ctx.now(),
  };
  if (items) {
    const products = await findProductsBySku(
      ctx.db,
      items.map((item) => item.sku),
    );
    const { problems } = priceContent(values, products, { locale: input.locale, now: ctx.now() });
    const problem = problems.find((each) => "sku" in each);
    if (problem && "sku" in problem) {
      const available = problem.kind === "limited" ? problem.available : 0;
      return { ok: false, reason: "not_available", sku: problem.sku, available };
    }
  }
  await ctx.db.insert(paymentLinks).values(values);
  return { ok: true, id: values.id };
}

/** Nobody can order by this link any more; an order it has become stays. False when it was ended before. */
export async function endLink(ctx: Context, id: string): Promise<boolean> {
  const ended = await ctx.db
    .update(paymentLinks)
    .set({ endedAt: ctx.now() })
    .where(and(eq(paymentLinks.id, id), isNull(paymentLinks.endedAt)))
    .returning({ id: paymentLinks.id });
  return ended.length === 1;
}
