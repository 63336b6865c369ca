import { z } from "zod";
import { type Cents, parseCents } from "@/lib/money";
import { endOfDay } from "@/lib/text/berlin-day";

/** Fields of the admin's forms. Messages are keys below `admin.fields`. */

const highestAmount = 10_000_000;
const highestNumber = 1_000_000;

/** A filled line of text; blanks and control characters become single blanks. */
export function textLine(max: 50 | 100 | 200) {
  const tooLong = max === 50 ? "too_long" : `too_long_${max}`;
  return z
    .string("required")
    .transform((text) =>
      text
        .normalize("NFC")
        .replace(/[\p{Cc}\s]+/gu, " ")
        .trim(),
    )
    .pipe(z.string().min(1, "required").max(max, tooLong));
}

/** Several lines of text. */
export function textLines(max: 4000) {
  return z
    .string("required")
    .transform((text) =>
      text
        .normalize("NFC")
        .replace(/\r\n?/g, "\n")
        .replace(/[^\P{Cc}\n]+/gu, " ")
        .trim(),
    )
    .pipe(z.string().min(1, "required").max(max, `too_long_${max}`));
}

/** An amount above nothing as a person types it, in cents. */
export const amountField = z.string("amount").transform((text, ctx): Cents => {
  const amount = parseCents(text);
  const problem =
    amount === null ? "amount" : amount === 0 ? "amount_zero" : amount > highestAmount ? "amount_high" : null;
  if (amount !== null && !problem) return amount;
  ctx.addIssue({ code: "custom", message: problem ?? "amount" });
  return z.NEVER;
});

/** A whole number from nothing up. */
export const wholeField = z
  .string("whole")
  .trim()
  .regex(/^\d{1,7}$/, "whole")
  .transform(Number)
  .pipe(z.number().max(highestNumber, "whole"));

export const vatField = z.enum(["0", "7", "19"], "choose").transform((text) => {
  const percent = { "0": 0, "7": 7, "19": 19 } as const;
  return percent[text];
});

/** The end of a day of the calendar in the shop's time zone; null when nothing was typed. */
export const dayField = z
  .string()
  .default("")
  .transform((text, ctx): Date | null => {
    if (text.trim() === "") return null;
    const end = endOfDay(text);
    if (end) return end;
    ctx.addIssue({ code: "custom", message: "date" });
    return z.NEVER;
  });
