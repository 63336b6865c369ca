import type { ContactInput } from "../../engine/engine";
import type { Contact } from "../../types";
import type { CustomerField, FieldProblem } from "../texts/texts";

export type Problems = Record<string, FieldProblem>;
export type Form = Record<string, string>;

/** Lengths of the IBAN registry for the SEPA countries a German shop meets; others: 15 to 34. */
const IBAN_LENGTHS: Record<string, number> = {
  AT: 20,
  BE: 16,
  CH: 21,
  CZ: 24,
  DE: 22,
  DK: 18,
  ES: 24,
  FR: 27,
  IT: 27,
  LI: 21,
  LU: 20,
  NL: 18,
  PL: 28,
};

const LIMITS: Partial<Record<CustomerField, number>> = { postal_code: 10, salutation: 10 };

/** Luhn's check of a card number, blanks allowed. */
export function cardNumberOk(number: string): boolean {
  const digits = number.replace(/[\s-]/g, "");
  if (!/^\d{12,19}$/.test(digits)) return false;
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - i));
    const doubled = digit * 2;
    sum += i % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** First six and last four digits, the rest covered (api.md 9.3). */
export function maskCard(number: string): string {
  const digits = number.replace(/\D/g, "");
  return `${digits.slice(0, 6)}${"X".repeat(Math.max(0, digits.length - 10))}${digits.slice(-4)}`;
}

export function cardIssuer(number: string): string {
  const digits = number.replace(/\D/g, "");
  if (digits.startsWith("4")) return "VISA";
  if (/^3[47]/.test(digits)) return "AMERICAN EXPRESS";
  return /^(5[1-5]|2[2-7])/.test(digits) ? "MASTERCARD" : "OTHER";
}

/** The complaint about an IBAN, or null; ISO 13616 with check digits. */
export function ibanProblem(text: string): FieldProblem | null {
  const iban = text.replace(/\s/g, "").toUpperCase();
  if (!iban) return "required";
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return "iban";
  const length = IBAN_LENGTHS[iban.slice(0, 2)];
  if (length && iban.length !== length) return "ibanCountry";
  const rearranged = iban.slice(4) + iban.slice(0, 4);
  let rest = 0;
  for (const char of rearranged) {
    for (const digit of String(Number.parseInt(char, 36))) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1 ? null : "iban";
}

function expiryProblem(text: string, now: number): FieldProblem | null {
  if (!text.trim()) return "required";
  const match = /^\s*(\d{1,2})\s*[/.-]?\s*(?:20)?(\d{2})\s*$/.exec(text);
  const month = Number(match?.[1]);
  if (!match || month < 1 || month > 12) return "cardExpiry";
  const endOfMonth = Date.UTC(2000 + Number(match[2]), month, 1);
  return endOfMonth > now ? null : "cardExpired";
}

function drop(problems: Record<string, FieldProblem | null>): Problems {
  const found: Problems = {};
  for (const [name, problem] of Object.entries(problems)) if (problem) found[name] = problem;
  return found;
}

function needed(form: Form, name: string): FieldProblem | null {
  const value = form[name]?.trim() ?? "";
  return !value ? "required" : value.length > 50 ? "tooLong" : null;
}

/** Checks a card form; `now` in milliseconds decides about the expiry. */
export function cardProblems(form: Form, now: number): Problems {
  const number = form.number ?? "";
  const codeDigits = cardIssuer(number) === "AMERICAN EXPRESS" ? /^\d{4}$/ : /^\d{3}$/;
  const code = form.code?.trim() ?? "";
  return drop({
    owner: needed(form, "owner"),
    number: !number.trim() ? "required" : cardNumberOk(number) ? null : "cardNumber",
    expiry: expiryProblem(form.expiry ?? "", now),
    code: !code ? "required" : codeDigits.test(code) ? null : "cardCode",
  });
}

/** Checks a direct debit form: holder, IBAN, mandate. */
export function debitProblems(form: Form): Problems {
  return drop({
    owner: needed(form, "owner"),
    iban: ibanProblem(form.iban ?? ""),
    mandate: form.mandate ? null : "mandate",
  });
}

const POSTAL: Record<string, RegExp> = { DE: /^\d{5}$/, AT: /^\d{4}$/, CH: /^\d{4}$/ };

function customerProblem(name: CustomerField, form: Form, required: boolean): FieldProblem | null {
  const value = form[name]?.trim() ?? "";
  if (!value) return required ? "required" : null;
  if (value.length > (LIMITS[name] ?? 50) && name !== "email") return "tooLong";
  if (name === "email") return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? null : "email";
  if (name === "country") return /^[A-Z]{2}$/.test(value) ? null : "country";
  if (name === "postal_code") {
    const rule = POSTAL[form.country ?? ""];
    return rule && !rule.test(value) ? "postalCode" : null;
  }
  return null;
}

/** Checks the customer form; only `shown` fields count, those in `required` may not be empty. */
export function customerProblems(
  form: Form,
  shown: readonly CustomerField[],
  required: readonly CustomerField[],
): Problems {
  return drop(
    Object.fromEntries(shown.map((name) => [name, customerProblem(name, form, required.includes(name))])),
  );
}

const ADDRESS_FIELDS: readonly CustomerField[] = [
  "street",
  "street_number",
  "additional_address_data",
  "postal_code",
  "city",
  "country",
];

/** What is known of the payer, with the form's values in its place, as a contact (api.md 6.3). */
export function toContact(
  known: Contact | undefined,
  form: Form,
  shown: readonly CustomerField[],
): ContactInput {
  const contact: Record<string, unknown> = { ...known };
  const address: Record<string, string | null> = { ...known?.address };
  for (const name of shown) {
    const value = form[name]?.trim() ?? "";
    if (ADDRESS_FIELDS.includes(name)) address[name] = value;
    else contact[name] = value;
  }
  return { ...contact, address: Object.keys(address).length > 0 ? address : null };
}
