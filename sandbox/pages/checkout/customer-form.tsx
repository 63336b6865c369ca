/** @jsxImportSource hono/jsx */
import type { Contact } from "../../types";
import type { CustomerField } from "../texts/texts";
import { AsideLinks } from "./aside-links";
import { Choice, Field, ProblemNotice } from "./fields";
import { type CheckoutView, Frame } from "./frame";
import { payHref } from "./link";
import type { Form, Problems } from "./validate";

const PERSON: readonly CustomerField[] = ["forename", "surname", "companyname", "email"];
const ADDRESS: readonly CustomerField[] = [
  "street",
  "street_number",
  "additional_address_data",
  "postal_code",
  "city",
  "country",
];

/** Which fields the form shows and which of them may not stay empty. */
export interface CustomerFieldPlan {
  shown: readonly CustomerField[];
  required: readonly CustomerField[];
}

/**
 * Plans the customer form. Without a lock everything can be mended; with one only what is missing is asked
 * (api.md 6.4). `missing` as the engine names it: `surname`, `address.city`.
 */
export function planCustomer(
  contact: Contact | undefined,
  missing: string[],
  locked: boolean,
): CustomerFieldPlan {
  const required = missing.map((name) => name.replace("address.", "") as CustomerField);
  if (locked) {
    const shown = required.flatMap((name): CustomerField[] =>
      name === "street" && !contact?.address?.street_number ? [name, "street_number"] : [name],
    );
    return { shown, required };
  }
  const withAddress = Boolean(contact?.address) || required.some((name) => ADDRESS.includes(name));
  const always: CustomerField[] = contact?.companyname ? ["email"] : ["forename", "surname", "email"];
  const address: CustomerField[] = withAddress ? ["street", "postal_code", "city", "country"] : [];
  return { shown: withAddress ? [...PERSON, ...ADDRESS] : PERSON, required: [...always, ...address] };
}

/** A contact's values as the form's. */
export function contactForm(contact: Contact | undefined): Form {
  const { address, ...person } = contact ?? { address: null };
  const values = { country: "DE", ...dropEmpty(person), ...dropEmpty(address ?? {}) };
  return values;
}

function dropEmpty(record: object): Form {
  return Object.fromEntries(
    Object.entries(record).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}

const LOOK: Partial<Record<CustomerField, { width?: "w2" | "w3" | "w4"; autocomplete: string }>> = {
  forename: { width: "w3", autocomplete: "given-name" },
  surname: { width: "w3", autocomplete: "family-name" },
  companyname: { autocomplete: "organization" },
  email: { autocomplete: "email" },
  street: { width: "w4", autocomplete: "address-line1" },
  street_number: { width: "w2", autocomplete: "off" },
  additional_address_data: { autocomplete: "address-line2" },
  postal_code: { width: "w2", autocomplete: "postal-code" },
  city: { width: "w4", autocomplete: "address-level2" },
  country: { autocomplete: "country" },
};

type CustomerProps = {
  view: CheckoutView;
  plan: CustomerFieldPlan;
  form: Form;
  problems: Problems;
  locked: boolean;
  asked: boolean;
};

/** Asks for the payer's data that the shop did not send, or lets the payer mend them. */
export function CustomerPage({ view, plan, form, problems, locked, asked }: CustomerProps) {
  const { t, link, shop } = view;
  const countries = { ...t.customer.countries };
  if (form.country && !countries[form.country]) countries[form.country] = form.country;
  return (
    <Frame view={view} step="data">
      <div class="stack">
        <div>
          <h1>{t.customer.title}</h1>
          {asked ? <p class="quiet">{t.customer.lead(shop)}</p> : null}
        </div>
        <ProblemNotice t={t} problems={problems} />
      </div>
      {locked ? <GivenData view={view} form={form} plan={plan} /> : null}
      <form method="post" action={payHref(link, "/checkout/customer")} novalidate>
        <div class="fields">
          {plan.shown.map((name) => {
            const common = { t, name, label: t.customer.fields[name], form, problems, ...LOOK[name] };
            return name === "country" ? (
              <Choice key={name} {...common} options={countries} />
            ) : (
              <Field
                key={name}
                {...common}
                optional={!plan.required.includes(name)}
                type={name === "email" ? "email" : "text"}
              />
            );
          })}
        </div>
        <div class="actions">
          <button class="primary" type="submit">
            {t.customer.save}
          </button>
        </div>
      </form>
      <AsideLinks view={view} otherMethods={link.picked} />
    </Frame>
  );
}

function GivenData({ view, form, plan }: { view: CheckoutView; form: Form; plan: CustomerFieldPlan }) {
  const fixed = [...PERSON, ...ADDRESS].filter((name) => form[name] && !plan.shown.includes(name));
  if (fixed.length === 0) return null;
  return (
    <div class="given locked">
      <p class="quiet">{view.t.customer.locked}</p>
      {fixed.map((name) => (
        <div key={name}>
          <span class="quiet">{view.t.customer.fields[name]}</span>
          <span>{form[name]}</span>
        </div>
      ))}
    </div>
  );
}
