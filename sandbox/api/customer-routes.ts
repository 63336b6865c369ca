import { berlinIso } from "../clock";
import { buildContact, createCustomer } from "../engine/contact";
import { renderMerchant } from "../engine/render-smart";
import { parse } from "../parse";
import { ok, type Result, refuse } from "../refusals";
import { customerBody } from "../schemas";
import type { Contract, Customer } from "../types";
import { listSimple } from "./lists";
import { isOwn } from "./owned";
import type { Call, Reply, Route } from "./route";

/** The contract new customers and containers of a caller belong to: the first one. */
export function callersContract(call: Call): Contract | undefined {
  for (const contract of call.ctx.store.contracts.values())
    if (contract.clientId === call.clientId) return contract;
  return undefined;
}

function ownCustomer(call: Call): Result<Customer> {
  const customer = call.ctx.store.customers.get(call.params.id ?? "");
  if (!customer) return refuse("unknownId");
  return isOwn(call, customer.contractId) ? ok(customer) : refuse("foreignObject");
}

function render(call: Call, customer: Customer): Record<string, unknown> {
  return {
    object: "payment.customers",
    id: customer.id,
    merchant: renderMerchant(call.ctx, customer.contractId, false),
    contract: { object: "general.contracts", id: customer.contractId },
    contact: customer.contact,
    created: berlinIso(customer.created),
    updated: customer.updated === null ? null : berlinIso(customer.updated),
  };
}

function create(call: Call): Reply {
  const parsed = parse(customerBody, call.body);
  const contract = callersContract(call);
  if (!parsed.ok) return parsed;
  if (!contract) return refuse("contractNotYours");
  return ok(render(call, createCustomer(call.ctx, contract.id, buildContact(parsed.value.contact, false))));
}

function update(call: Call): Reply {
  const own = ownCustomer(call);
  if (!own.ok) return own;
  const parsed = parse(customerBody, call.body);
  if (!parsed.ok) return parsed;
  const contact = buildContact(parsed.value.contact, false);
  const next = { ...own.value, contact, updated: call.ctx.clock.now() };
  call.ctx.store.customers.put(next);
  return ok(render(call, next));
}

function remove(call: Call): Reply {
  const own = ownCustomer(call);
  if (!own.ok) return own.reason.name === "unknownId" ? refuse("foreignObject", "Unknown id") : own;
  call.ctx.store.customers.delete(own.value.id);
  return ok([render(call, own.value)]);
}

const output = "Customer";

/** Payment Customers (api.md 17). */
export const customerRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "/Payment/Customers",
    summary: "Create a Payment Customer",
    section: "17",
    body: "required",
    input: customerBody,
    output,
    handle: create,
  },
  {
    method: "GET",
    path: "/Payment/Customers",
    summary: "Find Payment Customers",
    section: "17",
    body: "none",
    handle: (call) => listSimple(call, call.ctx.store.customers, (customer) => render(call, customer)),
  },
  {
    method: "GET",
    path: "/Payment/Customers/{id}",
    summary: "Read a Payment Customer",
    section: "17",
    body: "none",
    output,
    handle: (call) => {
      const own = ownCustomer(call);
      return own.ok ? ok(render(call, own.value)) : own;
    },
  },
  {
    method: "PUT",
    path: "/Payment/Customers/{id}",
    summary: "Replace a Payment Customer's contact",
    section: "17",
    body: "required",
    input: customerBody,
    output,
    handle: update,
  },
  {
    method: "DELETE",
    path: "/Payment/Customers/{id}",
    summary: "Delete a Payment Customer",
    section: "17",
    body: "none",
    handle: remove,
  },
];
