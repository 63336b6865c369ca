import { z } from "zod";
import { couponCodeSchema, maxQuantity, skuSchema } from "@/lib/basket/codec";

/** The basket's forms. Messages are keys below `basket.errors`. */

/** Whole pieces as a person types them: 1 to 99. */
const quantity = z
  .string("number")
  .trim()
  .regex(/^[+-]?\d{1,12}$/, "number")
  .transform(Number)
  .pipe(z.number().min(1, "minimum").max(maxQuantity, "too_many"));

/** Set inside a noscript element: then the action answers with a page instead of a state. */
const noscript = z
  .string()
  .optional()
  .transform((value) => value === "1");

const page = { locale: z.enum(["de", "en"]).catch("de"), noscript };

export const addForm = z.object({ sku: skuSchema, quantity, ...page });

/** The buttons beside the field send a step; it counts from what stands in the field. */
export const quantityForm = z
  .object({
    sku: skuSchema,
    quantity: z.string("number"),
    step: z.enum(["-1", "1"]).optional().catch(undefined),
    ...page,
  })
  .transform(({ step, quantity: typed, ...rest }) => ({
    ...rest,
    quantity: step && /^\s*\d{1,4}\s*$/.test(typed) ? String(Number(typed) + Number(step)) : typed,
  }))
  .pipe(z.object({ sku: z.string(), quantity, locale: page.locale, noscript: z.boolean() }));

export const removeForm = z.object({ sku: skuSchema, ...page });

/** A code as people type it: small letters and stray blanks do not matter. */
export const couponForm = z.object({
  code: z
    .string("coupon_missing")
    .trim()
    .min(1, "coupon_missing")
    .transform((code) => code.toUpperCase())
    .pipe(couponCodeSchema),
  ...page,
});

/** The button beside the donation says what it does. */
export const roundUpForm = z.object({
  roundUp: z.enum(["1", "0"]).transform((value) => value === "1"),
  ...page,
});

export const pageForm = z.object(page);
