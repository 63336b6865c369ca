import type { Cents, VatPercent } from "@/lib/money";

/** A text in both languages of the shop. */
export type Localized = { de: string; en: string };

export type Address = {
  company?: string | undefined;
  /** VAT identification number of a company, without blanks. */
  vatId?: string | undefined;
  forename: string;
  surname: string;
  street: string;
  streetNumber: string;
  addition?: string | undefined;
  postalCode: string;
  city: string;
  country: string;
};

/** Gross amount of one VAT rate and what of it is net and VAT, in cents. */
export type VatGroup = { percent: VatPercent; gross: Cents; net: Cents; vat: Cents };

/** Where the buyer transfers the money to, exactly as secuconnect said it (api.md 16.1). */
export type TransferDetails = { owner: string; iban: string; bic: string; bankname: string; purpose: string };

export type UnitPrice = { amount: number; unit: "ml" | "g"; per: number };
/** Who answers for a product and how to reach them, and what to mind when using it (GPSR). */
export type Producer = { name: string; address: string; email: string; warning?: Localized | undefined };
export type ProductImage = { file: string; width: number; height: number; alt: Localized; dominant: string };
