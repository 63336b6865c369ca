import { z } from "zod";
import { amountField, textLine, textLines, vatField, wholeField } from "@/lib/actions/fields";
import { categories } from "@/lib/catalog/categories";
import type { ProductInput } from "@/lib/catalog/edit";
import type { Producer, UnitPrice } from "@/lib/db/schema";

const optionalLine = z.union([z.string().trim().length(0), textLine(200)]).default("");
const ids = categories.map(({ id }) => id);

export const units = { ml: 100, l: 1000, g: 100, kg: 1000 } as const;

/** The form of a product, field by field. Messages are keys of `admin.fields`. */
export const productForm = z.object({
  nameDe: textLine(100),
  nameEn: textLine(100),
  summaryDe: textLine(200),
  summaryEn: textLine(200),
  descriptionDe: textLines(4000),
  descriptionEn: textLines(4000),
  category: z.enum(ids, "choose"),
  price: amountField,
  vat: vatField,
  stock: wholeField,
  lowStock: wholeField,
  active: z.literal("on").optional(),
  unit: z.enum(["", "ml", "l", "g", "kg"], "choose").default(""),
  unitAmount: z
    .union(
      [
        z
          .string()
          .trim()
          .length(0)
          .transform(() => 0),
        wholeField,
      ],
      "whole",
    )
    .default(0),
  producerName: optionalLine,
  producerAddress: optionalLine,
  producerEmail: z
    .union([z.string().trim().length(0), z.email("email").max(254, "email")], "email")
    .default(""),
  warningDe: optionalLine,
  warningEn: optionalLine,
  altDe: textLine(200),
  altEn: textLine(200),
  pictureId: z.union([z.literal(""), z.uuid("picture")], "picture").default(""),
});

export type ProductForm = z.output<typeof productForm>;

/** Parts that only hold together: the name is a key of `catalogue.product.errors`, the value the field it belongs to. */
export type Mismatch = { error: "producer" | "warning" | "unit"; field: string };

export type Assembled = { ok: true; input: Omit<ProductInput, "image"> } | ({ ok: false } & Mismatch);

/** The product out of its form. */
export function assemble(form: ProductForm): Assembled {
  const { producerName, producerAddress, producerEmail, warningDe, warningEn } = form;
  const producerParts = [producerName, producerAddress, producerEmail].filter(Boolean).length;
  const warningParts = [warningDe, warningEn].filter(Boolean).length;
  if (producerParts !== 3 && (producerParts > 0 || warningParts > 0))
    return { ok: false, error: "producer", field: "producerName" };
  if (warningParts === 1) return { ok: false, error: "warning", field: "warningDe" };
  if ((form.unit === "") !== (form.unitAmount === 0))
    return { ok: false, error: "unit", field: "unitAmount" };
  const producer: Producer | null =
    producerParts === 3
      ? {
          name: producerName,
          address: producerAddress,
          email: producerEmail,
          ...(warningParts === 2 && { warning: { de: warningDe, en: warningEn } }),
        }
      : null;
  return {
    ok: true,
    input: {
      category: form.category,
      name: { de: form.nameDe, en: form.nameEn },
      summary: { de: form.summaryDe, en: form.summaryEn },
      description: { de: form.descriptionDe, en: form.descriptionEn },
      price: form.price,
      vatPercent: form.vat,
      stock: form.stock,
      lowStock: form.lowStock,
      active: form.active === "on",
      unitPrice: unitPriceOf(form),
      producer,
    },
  };
}

function unitPriceOf({ unit, unitAmount }: ProductForm): UnitPrice | null {
  if (unit === "") return null;
  return { amount: unitAmount, unit: unit === "ml" || unit === "l" ? "ml" : "g", per: units[unit] };
}
