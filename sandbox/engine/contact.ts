import type { z } from "zod";
import { present } from "../parse";
import { ok, type Result, refuse } from "../refusals";
import type { contactInput, customerInput } from "../schemas";
import type { Address, Contact, Customer, Method } from "../types";
import type { Core } from "./core";

type ContactFields = z.infer<typeof contactInput>;

/** Contact in the shape the API answers: empty fields null, dob at midnight, phones without blanks if asked. */
export function buildContact(input: ContactFields, stripPhones: boolean): Contact {
  const field = (value: string | null | undefined) => (value?.trim() ? value : null);
  const phone = (value: string | null | undefined) => {
    const given = field(value);
    return given && stripPhones ? given.replace(/\s+/g, "") : given;
  };
  const address = input.address ?? null;
  const name = [input.forename, input.surname].filter(Boolean).join(" ");
  return {
    name: name || null,
    forename: field(input.forename),
    surname: field(input.surname),
    companyname: field(input.companyname),
    salutation: field(input.salutation),
    gender: field(input.gender),
    title: field(input.title),
    dob: input.dob ? `${input.dob.slice(0, 10)}T00:00:00+00:00` : null,
    url_website: field(input.url_website),
    birthplace: field(input.birthplace),
    nationality: field(input.nationality),
    picture: field(input.picture),
    email: field(input.email),
    phone: phone(input.phone),
    mobile: phone(input.mobile),
    address: address && {
      street: field(address.street),
      street_number: field(address.street_number),
      additional_address_data: field(address.additional_address_data),
      postal_code: field(address.postal_code),
      city: field(address.city),
      country: field(address.country?.toUpperCase()),
    },
  };
}

/** Locked data stay as the shop sent them; only what is missing is taken from the payer (api.md 6.4). */
export function fillGaps(known: Contact, given: Contact): Contact {
  const contact = { ...given, ...present(known) };
  const address = known.address ? { ...given.address, ...present(known.address) } : given.address;
  const name = [contact.forename, contact.surname].filter(Boolean).join(" ") || null;
  return { ...contact, name, address: address && { ...EMPTY_ADDRESS, ...address } };
}

const EMPTY_ADDRESS: Address = {
  street: null,
  street_number: null,
  additional_address_data: null,
  postal_code: null,
  city: null,
  country: null,
};

export function createCustomer(
  core: Pick<Core, "store" | "ids" | "clock">,
  contractId: string,
  contact: Contact,
): Customer {
  const customer: Customer = {
    id: core.ids.object("PCU"),
    contractId,
    contact,
    created: core.clock.now(),
    updated: null,
  };
  core.store.customers.put(customer);
  return customer;
}

/** Resolves `{id}` or `{contact}` to a customer's id; an empty object is nobody (api.md 6.3). */
export function resolveCustomer(
  core: Core,
  contractId: string,
  input: z.infer<typeof customerInput>,
): Result<string | null> {
  if (input.id) {
    const customer = core.store.customers.get(input.id);
    if (!customer) return refuse("unknownId");
    if (!sameOwner(core, customer.contractId, contractId)) return refuse("foreignObject");
    if (!input.contact) return ok(customer.id);
  }
  if (!input.contact || Object.keys(input.contact).length === 0) return ok(null);
  return ok(createCustomer(core, contractId, buildContact(input.contact, true)).id);
}

export function sameOwner(core: Core, oneContractId: string, otherContractId: string): boolean {
  if (oneContractId === otherContractId) return true;
  const one = core.store.contracts.get(oneContractId);
  const other = core.store.contracts.get(otherContractId);
  return one !== undefined && one.clientId === other?.clientId;
}

const NEEDS_ADDRESS: readonly Method[] = ["debit", "invoice", "sofort", "easycredit"];

/** Fields a payer still has to give for a method (api.md 6.3). A company needs no person's name. */
export function missingFields(contact: Contact | undefined, method: Method): string[] {
  const missing: string[] = [];
  if (!contact?.companyname) {
    if (!contact?.forename) missing.push("forename");
    if (!contact?.surname) missing.push("surname");
  }
  if (!contact?.email) missing.push("email");
  if (NEEDS_ADDRESS.includes(method)) {
    const address = contact?.address;
    for (const field of ["street", "postal_code", "city", "country"] as const) {
      if (!address?.[field]) missing.push(`address.${field}`);
    }
  }
  return missing;
}
