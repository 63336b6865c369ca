import { compactIban } from "@/lib/girocode/iban";
import { type IbanProblem, ibanProblem } from "@/lib/girocode/sepa-iban";
import type { BankAccount } from "@/lib/payments/carry-out";

const longestName = 70;

export type BankAccountRead =
  | { ok: true; bankAccount: BankAccount }
  | { ok: false; field: "iban" | "owner"; reason: IbanProblem | "too_long_70" };

/** Reads the fields of a direct debit. The account is the buyer's own unless another name is given. */
export function readBankAccount(iban: string, owner: string, buyer: string): BankAccountRead {
  const problem = ibanProblem(iban);
  if (problem) return { ok: false, field: "iban", reason: problem };
  const name = oneLine(owner);
  if (name.length > longestName) return { ok: false, field: "owner", reason: "too_long_70" };
  return {
    ok: true,
    bankAccount: { iban: compactIban(iban), owner: name || oneLine(buyer).slice(0, longestName) },
  };
}

const oneLine = (text: string) =>
  text
    .normalize("NFC")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();
