import type { Method } from "../../types";
import type { Lang } from "../format";
import { de } from "./de";
import { en } from "./en";

/** A form's complaint about one field; the key names the sentence. */
export type FieldProblem =
  | "required"
  | "email"
  | "postalCode"
  | "country"
  | "cardNumber"
  | "cardExpiry"
  | "cardExpired"
  | "cardCode"
  | "iban"
  | "ibanCountry"
  | "mandate"
  | "tooLong";

/** Everything the buyer reads on the hosted pages, in one language. */
export interface Texts {
  pageTitle: (shop: string) => string;
  backToShop: (shop: string) => string;
  language: string;
  toPay: string;
  order: string;
  showOrder: string;
  total: string;
  deducted: string;
  demo: string;
  steps: { method: string; data: string; pay: string; label: string };
  methods: Record<Method, { name: string; line: string }>;
  choose: { title: string; lead: string; none: string; unavailable: string; other: string };
  refused: (method: string) => string;
  refusedLead: string;
  changed: string;
  problems: { title: string; field: Record<FieldProblem, string> };
  customer: {
    title: string;
    lead: (shop: string) => string;
    locked: string;
    save: string;
    change: string;
    given: string;
    fields: Record<CustomerField, string>;
    optional: string;
    countries: Record<string, string>;
  };
  card: { owner: string; number: string; expiry: string; expiryHint: string; code: string; codeHint: string };
  debit: { owner: string; iban: string; mandate: (shop: string) => string; agree: string };
  leads: Record<Method, string>;
  testData: { title: string; fill: string; rows: Record<TestDatum, string> };
  pay: { capture: string; authorise: string };
  abort: string;
  results: Record<ResultKind, { title: string; line: (shop: string) => string }>;
  slip: Record<"title" | "owner" | "iban" | "bic" | "bank" | "amount" | "purpose" | "scan" | "note", string>;
  pickUp: (code: string) => string;
  notFound: { title: string; line: string };
  broken: { title: string; line: string };
  external: {
    title: (provider: string) => string;
    threeDs: string;
    lead: (shop: string) => string;
    threeDsLead: string;
    pay: string;
    fail: string;
    cancel: string;
    over: string;
  };
}

export type CustomerField =
  | "salutation"
  | "forename"
  | "surname"
  | "companyname"
  | "email"
  | "street"
  | "street_number"
  | "additional_address_data"
  | "postal_code"
  | "city"
  | "country";

export type ResultKind = "paid" | "pending" | "transfer" | "approved" | "cancelled" | "aborted" | "failed";

export type TestDatum = "ok" | "declined" | "challenge" | "iban" | "refusedName" | "checkName";

/** The words of the hosted pages in the buyer's language. */
export function textsOf(lang: Lang): Texts {
  return lang === "de" ? de : en;
}
