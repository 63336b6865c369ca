import { z } from "zod";
import { amountField, dayField, textLine, vatField } from "@/lib/actions/fields";
import { maxQuantity, skuSchema } from "@/lib/basket/codec";
import type { LinkItem } from "@/lib/db/schema";
import { locales } from "@/lib/i18n/config";
import type { NewLink } from "@/lib/links/make";
import { paymentMethods } from "@/lib/payments/methods";

/** How many articles the form has room for. */
export const itemRows = 6;

const common = z.object({
  what: z.enum(["amount", "items"], "choose"),
  text: textLine(100),
  language: z.enum(locales, "choose"),
  expires: dayField,
  method: z.union([z.literal("").transform(() => null), z.enum(paymentMethods)], "choose").default(null),
});
const free = z.object({ amount: amountField, vat: vatField });
const values = z.record(z.string(), z.string());

/** The form of a new payment link; everything that is wrong is told at once. Messages are keys of `admin.fields`. */
export const linkSchema = values.transform((form, ctx): Omit<NewLink, "locale"> & { locale: "de" | "en" } => {
  const head = read(common, form, ctx);
  const content =
    form.what === "items"
      ? { kind: "items" as const, items: readItems(form, ctx) }
      : { kind: "amount" as const, ...freeAmount(form, ctx) };
  return { locale: head.language, text: head.text, expiresAt: head.expires, method: head.method, content };
});

function freeAmount(form: z.infer<typeof values>, ctx: z.RefinementCtx) {
  const { amount, vat } = read(free, form, ctx);
  return { amount, vatPercent: vat };
}

/** Rows without an article are skipped, the same article twice is added up. */
function readItems(form: z.infer<typeof values>, ctx: z.RefinementCtx): LinkItem[] {
  const quantities = new Map<string, number>();
  for (let row = 1; row <= itemRows; row++) {
    const sku = form[`item-${row}`]?.trim();
    if (!sku) continue;
    const typed = (form[`quantity-${row}`] ?? "").trim() || "1";
    const quantity = (quantities.get(sku) ?? 0) + Number(/^\d{1,3}$/.test(typed) ? typed : 0);
    if (!skuSchema.safeParse(sku).success) complain(ctx, `item-${row}`, "choose");
    if (!/^[1-9]\d{0,2}$/.test(typed) || quantity > maxQuantity) complain(ctx, `quantity-${row}`, "pieces");
    quantities.set(sku, quantity);
  }
  if (quantities.size === 0) complain(ctx, "item-1", "no_items");
  return [...quantities].map(([sku, quantity]) => ({ sku, quantity }));
}

function read<T extends z.ZodType>(schema: T, form: unknown, ctx: z.RefinementCtx): z.output<T> {
  const parsed = schema.safeParse(form);
  if (parsed.success) return parsed.data;
  for (const { message, path } of parsed.error.issues) complain(ctx, path.join("."), message);
  return z.NEVER;
}

function complain(ctx: z.RefinementCtx, field: string, message: string): void {
  ctx.addIssue({ code: "custom", message, path: [field] });
}
