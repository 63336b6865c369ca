import { z } from "zod";
import type { Address, Delivery } from "@/lib/db/schema";
import { isLocale, type Locale } from "@/lib/i18n/config";
import { isVatId, plainVatId } from "@/lib/orders/vat-id";
import { readBankAccount } from "@/lib/payments/bank-account";
import type { BankAccount } from "@/lib/payments/carry-out";
import { type PaymentMethod, paymentMethods } from "@/lib/payments/methods";
import { clean, countries, longest, missing, postalProblem } from "./field-rules";

/** The order form. Messages are keys below `checkout.errors`; lengths are those secuconnect keeps (api.md 6.3). */

const optional = (max: number) =>
  z
    .string()
    .default("")
    .transform(clean)
    .pipe(z.string().max(max, `too_long_${max}`));
const required = (missing: string, max: number) =>
  z
    .string()
    .default("")
    .transform(clean)
    .pipe(z.string().min(1, missing).max(max, `too_long_${max}`));

const email = z
  .string()
  .default("")
  .transform((text) => text.trim())
  .pipe(
    z
      .string()
      .min(1, missing.email)
      .max(longest.email, `too_long_${longest.email}`)
      .pipe(z.email("email_invalid")),
  );

const part = (field: Exclude<keyof typeof missing, "email">) => required(missing[field], longest[field]);

const address = z.object({
  company: optional(longest.company),
  forename: part("forename"),
  surname: part("surname"),
  street: part("street"),
  streetNumber: part("streetNumber"),
  addition: optional(longest.addition),
  postalCode: part("postalCode"),
  city: part("city"),
  country: z.enum(countries, "country_unknown"),
});

const note = z
  .string()
  .default("")
  .transform((text) =>
    text
      .normalize("NFC")
      .replace(/\r\n?/g, "\n")
      .replace(/[^\P{Cc}\n]+/gu, " ")
      .trim(),
  )
  .pipe(z.string().max(500, "too_long_500"));

const token = z.string("form_stale").regex(/^[A-Za-z0-9_-]{20,64}$/, "form_stale");

export type CheckoutInput = {
  locale: Locale;
  formToken: string;
  shown: string;
  email: string;
  billing: Address;
  shipping: Address | null;
  delivery: Delivery;
  method: PaymentMethod;
  /** Only when the form asked for it: a direct debit on the shop's own page. */
  bankAccount: BankAccount | null;
  /** The debit is to be taken from the account of last time. */
  storedAccount: boolean;
  /** Agrees to be known again on this device. */
  wantsRemembering: boolean;
  note: string | null;
};

type Values = Record<string, string>;
type Issues = z.RefinementCtx;

/** The form shows a summary for each way of delivery; each has its own mark. */
const shownField: Record<Delivery, string> = { shipping: "shown", collection: "shownCollection" };

/**
 * Reads all fields and reports everything that is wrong at once. The second address counts only when it is ticked and
 * something is sent.
 */
export const checkoutForm = z
  .record(z.string(), z.string())
  .transform((values: Values, ctx): CheckoutInput => {
    const delivery: Delivery = values.delivery === "collection" ? "collection" : "shipping";
    const different = delivery === "shipping" && Boolean(values.differentAddress);
    const storedAccount = values.method === "debit" && values["debit.account"] === "stored";
    const asksIban = values.method === "debit" && "debit.iban" in values && !storedAccount;
    const input = {
      locale: isLocale(values.locale) ? values.locale : "de",
      shown: values[shownField[delivery]] ?? "",
      email: read(email, values.email, ["email"], ctx),
      billing: readAddress(values, "billing", ctx),
      shipping: different ? readAddress(values, "shipping", ctx) : null,
      delivery,
      method: read(z.enum(paymentMethods, "method_missing"), values.method, ["method"], ctx),
      bankAccount: asksIban ? readAccount(values, ctx) : null,
      storedAccount,
      wantsRemembering: values.remember === "1",
      note: read(note, values.note, ["note"], ctx) || null,
    };
    const parsedToken = token.safeParse(values.formToken);
    if (!parsedToken.success) ctx.addIssue({ code: "custom", message: "form_stale", path: [] });
    return { ...input, formToken: parsedToken.data ?? "" };
  });

function read<T extends z.ZodType>(schema: T, value: unknown, path: string[], ctx: Issues): z.output<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues)
    ctx.addIssue({ code: "custom", message: issue.message, path: [...path, ...issue.path] });
  return z.NEVER;
}

function readAccount(values: Values, ctx: Issues): BankAccount | null {
  const buyer = `${values["billing.forename"] ?? ""} ${values["billing.surname"] ?? ""}`;
  const found = readBankAccount(values["debit.iban"] ?? "", values["debit.owner"] ?? "", buyer);
  if (found.ok) return found.bankAccount;
  ctx.addIssue({ code: "custom", message: found.reason, path: ["debit", found.field] });
  return null;
}

function readAddress(values: Values, kind: "billing" | "shipping", ctx: Issues): Address {
  const fields = Object.fromEntries(
    Object.keys(address.shape).map((field) => [field, values[`${kind}.${field}`]]),
  );
  const typed = { ...fields, ...splitStreet(fields.street ?? "", fields.streetNumber ?? "") };
  const postal = postalProblem(clean(fields.postalCode ?? ""), fields.country);
  if (postal) ctx.addIssue({ code: "custom", message: postal, path: [kind, "postalCode"] });
  const { company, addition, ...parsed } = read(address, typed, [kind], ctx) ?? {};
  const vatId = kind === "billing" ? readVatId(values, ctx) : null;
  return {
    ...parsed,
    ...(company && { company }),
    ...(vatId && { vatId }),
    ...(addition && { addition }),
  };
}

/** Only companies have one, so it needs the company's name; check digits find a slip of the finger. */
function readVatId(values: Values, ctx: Issues): string | null {
  const vatId = plainVatId(values["billing.vatId"] ?? "");
  if (vatId === "") return null;
  const refuse = (field: string, message: string) =>
    ctx.addIssue({ code: "custom", message, path: ["billing", field] });
  if (!isVatId(vatId)) refuse("vatId", "vat_id_invalid");
  if (clean(values["billing.company"] ?? "") === "") refuse("company", "company_missing");
  return vatId;
}

/** Browsers fill street and number into the first of the two fields; then the number is taken from its end. */
function splitStreet(street: string, streetNumber: string): { street: string; streetNumber: string } {
  const parts = /^(.*\D)\s+(\d+\s?[a-z]?(?:\s?[-/]\s?\d+\s?[a-z]?)?)$/i.exec(clean(street));
  if (clean(streetNumber) || !parts?.[1] || !parts[2]) return { street, streetNumber };
  return { street: parts[1], streetNumber: parts[2] };
}
