import { describe, expect, it } from "vitest";
import { readBankAccount } from "@/lib/payments/bank-account";

const iban = "DE35 5001 0517 5418 4931 88";

describe("readBankAccount", () => {
  it("takes the buyer's name unless another one is given", () => {
    expect(readBankAccount(iban, "", "Erika  Muster")).toEqual({
      ok: true,
      bankAccount: { iban: "DE35500105175418493188", owner: "Erika Muster" },
    });
    expect(readBankAccount(iban, " Muster\nGmbH ", "Erika Muster")).toMatchObject({
      bankAccount: { owner: "Muster GmbH" },
    });
  });

  it("says which field is wrong", () => {
    expect(readBankAccount("", "", "E")).toEqual({ ok: false, field: "iban", reason: "iban_missing" });
    expect(readBankAccount(iban.replace("88", "89"), "", "E")).toMatchObject({ reason: "iban_invalid" });
    expect(readBankAccount(iban, "x".repeat(71), "E")).toEqual({
      ok: false,
      field: "owner",
      reason: "too_long_70",
    });
  });
});
