import type { DebitLabels } from "@/components/payment/debit-fields";
import type { FormRefusal } from "@/lib/actions/form-state";

/** The texts of the form in one language; everything comes ready from the server. */
export type CheckoutLabels = {
  contact: { title: string; email: string; emailHint: string };
  address: AddressLabels;
  delivery: Record<"title" | "shipping" | "shippingText" | "collection" | "collectionText", string>;
  payment: { title: string; none: string };
  debit: DebitLabels;
  /** Being remembered, and the account of last time. */
  customer: Record<"label" | "hint" | "use" | "other" | "legend", string>;
  privacy: { more: string };
  note: { label: string; hint: string };
  submit: string;
  sending: string;
  errors: { title: string } & Record<string, string>;
};

export type AddressLabels = Record<
  | "billing"
  | "shipping"
  | "different"
  | "company"
  | "vatId"
  | "vatIdHint"
  | "more"
  | "forename"
  | "surname"
  | "street"
  | "streetNumber"
  | "addition"
  | "postalCode"
  | "city"
  | "country"
  | "countryHint"
  | "optional",
  string
> & { countries: Record<string, string> };

/** What a group of fields needs to show itself. */
export type FormParts = {
  labels: CheckoutLabels;
  errorOf: (name: string) => string | undefined;
  typed: (name: string) => string;
};

/** The refusal as the list above the form, in the order of the fields; the second address is named. */
export function summaryErrors(refused: FormRefusal | null, labels: CheckoutLabels) {
  if (!refused) return [];
  const whole = refused.form ?? refused.fields.form;
  const errors = Object.entries(refused.fields)
    .filter(([name]) => name !== "form")
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([name, key]) => ({ name, message: namedMessage(name, labels.errors[key] ?? key, labels) }));
  return whole ? [{ name: "", message: labels.errors[whole] ?? whole }, ...errors] : errors;
}

function namedMessage(name: string, message: string, { address }: CheckoutLabels): string {
  return name.startsWith("shipping.") ? `${address.shipping}: ${message}` : message;
}

const order = ["email", "delivery", "billing", "shipping", "method", "debit", "note"];

function rank(name: string): number {
  return order.indexOf(name.split(".")[0] ?? "");
}
