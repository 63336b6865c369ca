import type { Cents } from "@/lib/money";
import { compactIban, isValidIban } from "./iban";

export type GirocodeInput = {
  /** Exactly as secuconnect names the account's owner: banks compare it before they transfer. */
  owner: string;
  iban: string;
  /** May be empty: version 002 does not need it inside the EEA. */
  bic: string;
  purpose: string;
  amount: Cents;
  currency: string;
};

/** Which part cannot be encoded. `size`: all parts are fine, together they are too long for the code. */
export type GirocodeRefusal = "currency" | "amount" | "owner" | "iban" | "bic" | "purpose" | "size";

export type GirocodePayload = { ok: true; payload: string } | { ok: false; reason: GirocodeRefusal };

const maxCents = 99_999_999_999;
const maxBytes = 331;

/** A line of text that is neither empty, nor too long, nor breaks the lines of the code. */
function isLine(text: string, length: number): boolean {
  return text.trim() !== "" && [...text].length <= length && !/\p{Cc}|\p{Zl}|\p{Zp}|\p{Cs}/u.test(text);
}

/** `EUR` and the amount with a decimal point, from cents and without a float. */
function amountText(amount: Cents): string {
  const digits = amount.toString().padStart(3, "0");
  return `EUR${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function refusal(input: GirocodeInput): GirocodeRefusal | null {
  if (input.currency !== "EUR") return "currency";
  if (!Number.isSafeInteger(input.amount) || input.amount < 1 || input.amount > maxCents) return "amount";
  if (!isLine(input.owner, 70)) return "owner";
  if (!isValidIban(input.iban)) return "iban";
  if (!/^([A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?)?$/.test(input.bic)) return "bic";
  if (!isLine(input.purpose, 140)) return "purpose";
  return null;
}

/**
 * The text of a girocode (EPC069-12, api.md 16.3): version 002, UTF-8, amount in cents, the purpose as free text.
 * Lines end with LF, the last one with nothing. A banking app that reads it fills its transfer form.
 */
export function girocodePayload(input: GirocodeInput): GirocodePayload {
  const reason = refusal(input);
  if (reason) return { ok: false, reason };
  const lines = [
    "BCD",
    "002",
    "1",
    "SCT",
    input.bic,
    input.owner,
    compactIban(input.iban),
    amountText(input.amount),
    "",
    "",
    input.purpose,
  ];
  const payload = lines.join("\n");
  if (new TextEncoder().encode(payload).length > maxBytes) return { ok: false, reason: "size" };
  return { ok: true, payload };
}
