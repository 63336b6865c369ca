import { and, eq, lte, max } from "drizzle-orm";
import { productSearchText } from "@/lib/catalog/search-text";
import { slugOf } from "@/lib/catalog/slug";
import type { Context } from "@/lib/context";
import {
  type Localized,
  type Producer,
  type Product,
  type ProductImage,
  products,
  type UnitPrice,
} from "@/lib/db/schema";
import type { Cents, VatPercent } from "@/lib/money";

/** What the merchant says of a product; price in gross cents. */
export type ProductInput = {
  category: string;
  name: Localized;
  summary: Localized;
  description: Localized;
  price: Cents;
  vatPercent: VatPercent;
  stock: number;
  lowStock: number;
  active: boolean;
  unitPrice: UnitPrice | null;
  producer: Producer | null;
  image: ProductImage;
};

/** What the merchant had before their eyes: when the product was last edited, and its stock. */
export type Seen = { updatedAt: Date; stock: number };

export type SaveResult =
  | { ok: true; product: Product }
  | { ok: false; reason: "product_gone" | "product_changed" }
  /** Orders changed the stock meanwhile. */
  | { ok: false; reason: "stock_changed"; stock: number }
  /** Less than what orders have set aside. */
  | { ok: false; reason: "stock_reserved"; reserved: number };

/**
 * Saves a product unless somebody else has meanwhile. The stock is written only when it was really edited, and only if
 * it still is what the merchant saw: orders that went on in between are never undone by an old figure.
 */
export async function saveProduct(
  ctx: Context,
  sku: string,
  input: ProductInput,
  seen: Seen,
): Promise<SaveResult> {
  const { stock, ...rest } = input;
  const counted = stock !== seen.stock;
  const [saved] = await ctx.db
    .update(products)
    .set({
      ...rest,
      ...(counted && { stock }),
      searchText: productSearchText({ sku, ...input }),
      updatedAt: after(seen.updatedAt, ctx.now()),
    })
    .where(
      and(
        eq(products.sku, sku),
        eq(products.updatedAt, seen.updatedAt),
        counted ? and(eq(products.stock, seen.stock), lte(products.reserved, stock)) : undefined,
      ),
    )
    .returning();
  return saved ? { ok: true, product: saved } : whyNot(ctx, sku, seen, stock);
}

/** Two edits within one tick of the clock differ too. */
function after(last: Date, now: Date): Date {
  return now > last ? now : new Date(last.getTime() + 1);
}

async function whyNot(ctx: Context, sku: string, seen: Seen, wanted: number): Promise<SaveResult> {
  const [current] = await ctx.db.select().from(products).where(eq(products.sku, sku));
  if (!current) return { ok: false, reason: "product_gone" };
  if (current.updatedAt.getTime() !== seen.updatedAt.getTime())
    return { ok: false, reason: "product_changed" };
  if (current.stock !== seen.stock) return { ok: false, reason: "stock_changed", stock: current.stock };
  if (current.reserved > wanted) return { ok: false, reason: "stock_reserved", reserved: current.reserved };
  return { ok: false, reason: "product_changed" };
}

export type AddResult = { ok: true; sku: string; slug: string } | { ok: false; reason: "sku_taken" };

const slugTries = 100;

/** Adds a product at the end of the list. Its address comes from the German name and is unique. */
export async function addProduct(ctx: Context, sku: string, input: ProductInput): Promise<AddResult> {
  const base = slugOf(input.name.de) || sku.toLowerCase();
  const now = ctx.now();
  const [last] = await ctx.db.select({ position: max(products.position) }).from(products);
  const row = {
    ...input,
    sku,
    searchText: productSearchText({ sku, ...input }),
    position: (last?.position ?? 0) + 1,
    createdAt: now,
    updatedAt: now,
  };
  for (let count = 1; count <= slugTries; count++) {
    const slug = count === 1 ? base : `${base}-${count}`;
    const added = await ctx.db
      .insert(products)
      .values({ ...row, slug })
      .onConflictDoNothing()
      .returning();
    if (added.length === 1) return { ok: true, sku, slug };
    const taken = await ctx.db.select({ sku: products.sku }).from(products).where(eq(products.sku, sku));
    if (taken.length > 0) return { ok: false, reason: "sku_taken" };
  }
  throw new Error(`no free address for ${base}`);
}
