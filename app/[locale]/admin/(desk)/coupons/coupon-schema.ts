import { z } from "zod";
import { amountField, dayField, wholeField } from "@/lib/actions/fields";
import { couponCodeSchema } from "@/lib/basket/codec";
import { cents } from "@/lib/money";

const empty = z.string().trim().length(0);

/** The form of a new coupon. Messages are keys of `admin.fields`. */
export const couponForm = z.object({
  code: z
    .string("code")
    .trim()
    .toUpperCase()
    .refine((code) => couponCodeSchema.safeParse(code).success, "code"),
  amount: amountField,
  minimum: z
    .string()
    .default("")
    .transform((text) => (text.trim() === "" ? null : text))
    .pipe(z.union([z.null().transform(() => cents(0)), amountField], "amount")),
  validUntil: dayField,
  maxUses: z
    .union([empty.transform(() => null), wholeField.pipe(z.number().min(1, "whole"))], "whole")
    .default(null),
});
