import { z } from "zod";
import { berlinIso } from "../clock";
import { createContainer } from "../engine/containers";
import { cleanIban, isValidIban, maskIban } from "../engine/iban";
import { renderMerchant } from "../engine/render-smart";
import { parse } from "../parse";
import { ok, type Result, refuse } from "../refusals";
import { containerInput } from "../schemas";
import type { Container } from "../types";
import { callersContract } from "./customer-routes";
import { listSimple } from "./lists";
import { isOwn } from "./owned";
import type { Call, Reply, Route } from "./route";

function ownContainer(call: Call): Result<Container> {
  const container = call.ctx.store.containers.get(call.params.id ?? "");
  if (!container) return refuse("unknownId");
  return isOwn(call, container.contractId) ? ok(container) : refuse("foreignObject");
}

function render(call: Call, container: Container): Record<string, unknown> {
  const { iban } = container.private;
  const shown = iban ? { ...container.private, iban: maskIban(iban) } : container.private;
  return {
    object: "payment.containers",
    id: container.id,
    type: container.type,
    merchant: renderMerchant(call.ctx, container.contractId, false),
    contract: { object: "general.contracts", id: container.contractId },
    customer: container.customerId ? { object: "payment.customers", id: container.customerId } : null,
    private: container.private,
    public: shown,
    mandate: null,
    token_status: null,
    created: berlinIso(container.created),
  };
}

function create(call: Call): Reply {
  const parsed = parse(containerInput, call.body);
  const contract = callersContract(call);
  if (!parsed.ok) return parsed;
  if (!contract) return refuse("contractNotYours");
  const type = parsed.value.type ?? "bank_account";
  if (type !== "bank_account") return refuse("containerFailed");
  const customerId = parsed.value.customer?.id ?? null;
  if (customerId !== null) {
    const customer = call.ctx.store.customers.get(customerId);
    if (!customer) return refuse("unknownId");
    if (!isOwn(call, customer.contractId)) return refuse("foreignObject");
    const iban = cleanIban(String(parsed.value.private?.iban ?? ""));
    if (isStored(call, customerId, iban)) return refuse("duplicateContainer");
  }
  const made = createContainer(call.ctx, { contractId: contract.id, customerId }, type, parsed.value);
  return made.ok ? ok(render(call, made.value)) : made;
}

/** The same account can be stored only once per customer (api.md 18). */
function isStored(call: Call, customerId: string, iban: string): boolean {
  for (const container of call.ctx.store.containers.values()) {
    const same = container.customerId === customerId && container.private.iban === iban;
    if (same && !container.archived) return true;
  }
  return false;
}

function update(call: Call): Reply {
  const own = ownContainer(call);
  if (!own.ok) return own;
  const parsed = parse(containerInput, call.body);
  if (!parsed.ok) return parsed;
  if (own.value.type !== "bank_account") return refuse("containerFailed");
  const owner = { contractId: own.value.contractId, customerId: own.value.customerId };
  const wanted = { ...parsed.value, private: { ...own.value.private, ...parsed.value.private } };
  const made = createContainer(call.ctx, owner, "bank_account", wanted);
  if (!made.ok) return made;
  call.ctx.store.containers.delete(made.value.id);
  const next = { ...own.value, private: made.value.private };
  call.ctx.store.containers.put(next);
  return ok(render(call, next));
}

function archive(call: Call): Reply {
  const own = ownContainer(call);
  if (!own.ok) return own;
  call.ctx.store.containers.put({ ...own.value, archived: true });
  return ok({ result: true });
}

const ibanBody = z.object({ id: z.unknown().optional(), iban: z.string().max(100) });

function validateIban(call: Call): Reply {
  const parsed = parse(ibanBody, call.body);
  if (!parsed.ok) return parsed;
  const valid = isValidIban(parsed.value.iban);
  return ok({
    id: parsed.value.id ?? null,
    valid,
    iban: cleanIban(parsed.value.iban),
    bic: valid ? "TESTDEFFXXX" : null,
    bankname: valid ? "Beispielbank (Simulation)" : null,
  });
}

const PCT = "/Payment/Containers/{id}";
const output = "Container";

/** Payment Containers (api.md 18). */
export const containerRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "/Payment/Containers",
    summary: "Create a bank account container",
    section: "18",
    body: "required",
    input: containerInput,
    output,
    handle: create,
  },
  {
    method: "GET",
    path: "/Payment/Containers",
    summary: "Find Payment Containers",
    section: "18",
    body: "none",
    handle: (call) => listSimple(call, call.ctx.store.containers, (container) => render(call, container)),
  },
  {
    method: "GET",
    path: PCT,
    summary: "Read a Payment Container",
    section: "18",
    body: "none",
    output,
    handle: (call) => {
      const own = ownContainer(call);
      return own.ok ? ok(render(call, own.value)) : own;
    },
  },
  {
    method: "PUT",
    path: PCT,
    summary: "Change a bank account container",
    section: "18",
    body: "required",
    input: containerInput,
    output,
    handle: update,
  },
  {
    method: "DELETE",
    path: PCT,
    summary: "Delete a Payment Container",
    section: "18",
    body: "none",
    handle: (call) => {
      const own = ownContainer(call);
      if (!own.ok) return own;
      call.ctx.store.containers.delete(own.value.id);
      return ok([render(call, own.value)]);
    },
  },
  {
    method: "PUT",
    path: `${PCT}/archive`,
    summary: "Archive a Payment Container",
    section: "18",
    body: "optional",
    output: "Result",
    handle: archive,
  },
  {
    method: "POST",
    path: "/Payment/Containers/me/validateSingleIban",
    summary: "Check an IBAN",
    section: "18",
    body: "required",
    input: ibanBody,
    handle: validateIban,
  },
];
