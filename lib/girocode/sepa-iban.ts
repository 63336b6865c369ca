import { compactIban, isValidIban } from "@/lib/girocode/iban";

/** Length of an IBAN in each country that direct debits reach. */
const lengths: Readonly<Record<string, number>> = {
  AD: 24,
  AL: 28,
  AT: 20,
  BE: 16,
  BG: 22,
  CH: 21,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  EE: 20,
  ES: 24,
  FI: 18,
  FR: 27,
  GB: 22,
  GI: 23,
  GR: 27,
  HR: 21,
  HU: 28,
  IE: 22,
  IS: 26,
  IT: 27,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  MC: 27,
  MD: 24,
  ME: 22,
  MK: 19,
  MT: 31,
  NL: 18,
  NO: 15,
  PL: 28,
  PT: 25,
  RO: 24,
  RS: 22,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  VA: 22,
};

export type IbanProblem = "iban_missing" | "iban_invalid" | "iban_not_sepa";

/** What keeps a direct debit from this account; null when nothing does. Blanks are fine. */
export function ibanProblem(text: string): IbanProblem | null {
  const iban = compactIban(text);
  if (iban === "") return "iban_missing";
  if (!/^[A-Z]{2}/.test(iban)) return "iban_invalid";
  const length = lengths[iban.slice(0, 2)];
  if (length === undefined) return "iban_not_sepa";
  return iban.length === length && isValidIban(iban) ? null : "iban_invalid";
}

/** The same while somebody is still typing: nothing is wrong with what is only unfinished. */
export function ibanProblemSoFar(text: string): IbanProblem | null {
  const iban = compactIban(text);
  const unfinished = iban.length < (lengths[iban.slice(0, 2)] ?? 2);
  return unfinished && /^([A-Z]{0,2}|[A-Z]{2}\d{1,2}|[A-Z]{2}\d{2}[A-Z0-9]+)$/.test(iban)
    ? null
    : ibanProblem(iban);
}
