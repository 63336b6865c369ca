"use server";

import { updateTag } from "next/cache";
import { z } from "zod";
import { type AdminOutcome, adminAction } from "@/lib/auth/admin-action";
import { skuSchema } from "@/lib/basket/codec";
import { findForAdmin } from "@/lib/catalog/admin-list";
import { catalogTag } from "@/lib/catalog/cached";
import { addProduct, saveProduct } from "@/lib/catalog/edit";
import { dominantColour } from "@/lib/catalog/picture-file";
import { findPicture, pictureFile } from "@/lib/catalog/pictures";
import type { Context } from "@/lib/context";
import type { ProductImage } from "@/lib/db/schema";
import type { Locale } from "@/lib/i18n/config";
import { type Messages, translator } from "@/lib/i18n/messages";
import { assemble, type ProductForm, productForm } from "./product-schema";

const seen = z.object({
  sku: skuSchema,
  seenAt: z.string().regex(/^\d{1,15}$/, "invalid"),
  seenStock: z.string().regex(/^\d{1,9}$/, "invalid"),
});

/** Saves an edited product; the shop shows it at once. */
export const saveProductAction = adminAction(
  productForm.extend(seen.shape),
  async (form, { ctx, locale }) => {
    const parts = assemble(form);
    if (!parts.ok) return atField(parts.field, parts.error, locale);
    const current = await findForAdmin(ctx.db, form.sku);
    if (!current) return { ok: false, reason: "product_gone" };
    const image = form.pictureId ? await newImage(ctx, form) : { ...current.image, alt: altOf(form) };
    if (!image) return atField("pictureId", "picture_gone", locale);
    const before = { updatedAt: new Date(Number(form.seenAt)), stock: Number(form.seenStock) };
    const saved = await saveProduct(ctx, form.sku, { ...parts.input, image }, before);
    if (saved.ok) {
      updateTag(catalogTag);
      return { ok: true, done: "product_saved" };
    }
    if (saved.reason === "stock_reserved")
      return atField("stock", "stock_reserved", locale, { reserved: saved.reserved });
    if (saved.reason === "stock_changed") {
      const text = translator(locale, "catalogue")("product.errors.stock_changed", { stock: saved.stock });
      return { ok: false, reason: "stock_changed", fields: { stock: text } };
    }
    return { ok: false, reason: saved.reason };
  },
  { action: "product.save", target: ({ sku }) => ({ kind: "product", id: sku }) },
);

/** Adds a product and leads to its page. */
export const addProductAction = adminAction(
  productForm.extend({
    sku: z
      .string("sku")
      .trim()
      .pipe(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/, "sku")),
  }),
  async (form, { ctx, locale }) => {
    const parts = assemble(form);
    if (!parts.ok) return atField(parts.field, parts.error, locale);
    if (!form.pictureId) return atField("pictureId", "picture", locale);
    const image = await newImage(ctx, form);
    if (!image) return atField("pictureId", "picture_gone", locale);
    const added = await addProduct(ctx, form.sku, { ...parts.input, image });
    if (!added.ok) return atField("sku", "sku_taken", locale);
    updateTag(catalogTag);
    return { ok: true, done: "product_made", goTo: `/admin/products/${added.sku}` };
  },
  { action: "product.add", target: ({ sku }) => ({ kind: "product", id: sku }) },
);

const altOf = ({ altDe, altEn }: ProductForm) => ({ de: altDe, en: altEn });

async function newImage(ctx: Context, form: ProductForm): Promise<ProductImage | null> {
  const picture = await findPicture(ctx.db, form.pictureId);
  if (!picture) return null;
  const { id, width, height, data } = picture;
  return { file: pictureFile(id), width, height, alt: altOf(form), dominant: await dominantColour(data) };
}

function atField(
  field: string,
  error: keyof Messages["catalogue"]["product"]["errors"],
  locale: Locale,
  values: { reserved?: number; stock?: number } = {},
): AdminOutcome {
  const text = translator(locale, "catalogue")(`product.errors.${error}`, {
    reserved: values.reserved ?? 0,
    stock: values.stock ?? 0,
  });
  return { ok: false, reason: "fields", fields: { [field]: text } };
}
