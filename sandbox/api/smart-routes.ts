import type { PrepareInput } from "../engine/engine";
import { ok, type Result, refuse } from "../refusals";
import { prepareBody, setDeliveryBody, smartCreate, smartUpdate } from "../schemas";
import type { SmartTransaction } from "../types";
import { listSmarts } from "./lists";
import { ownSmart } from "./owned";
import type { Call, Reply, Route } from "./route";

type Operation = (call: Call, smart: SmartTransaction) => Result<SmartTransaction>;

function onOwn(operation: Operation): (call: Call) => Reply {
  return (call) => {
    const own = ownSmart({ ...call, stale: false });
    if (!own.ok) return own;
    const done = operation(call, own.value);
    return done.ok ? ok(call.ctx.engine.renderSmart(done.value)) : done;
  };
}

function bodyOf(call: Call): PrepareInput {
  const { hosted: _hosted, by: _by, ...input } = (call.body ?? {}) as PrepareInput;
  return input;
}

const STX = "/Smart/Transactions/{id}";
const output = "SmartTransaction";

/** Smart Transactions (api.md 8). */
export const smartRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "/Smart/Transactions",
    summary: "Create a Smart Transaction",
    section: "8.1",
    body: "required",
    input: smartCreate,
    output,
    handle: (call) => {
      const made = call.ctx.engine.createSmart(call.clientId, call.body);
      return made.ok ? ok(call.ctx.engine.renderSmart(made.value)) : made;
    },
  },
  {
    method: "GET",
    path: "/Smart/Transactions",
    summary: "Find Smart Transactions",
    section: "5",
    body: "none",
    output: "SmartTransactionList",
    handle: (call) => listSmarts(call),
  },
  {
    method: "GET",
    path: STX,
    summary: "Read a Smart Transaction",
    section: "8.2",
    body: "none",
    output,
    handle: (call) => {
      const own = ownSmart(call);
      return own.ok ? ok(call.ctx.engine.renderSmart(own.value)) : own;
    },
  },
  {
    method: "PUT",
    path: STX,
    summary: "Change a Smart Transaction; an authorisation is lost by it",
    section: "8.3",
    body: "required",
    input: smartUpdate,
    output,
    handle: onOwn((call, smart) => call.ctx.engine.updateSmart(smart.id, call.body)),
  },
  {
    method: "POST",
    path: `${STX}/prepare/{method}`,
    summary: "Authorise",
    section: "8.4",
    body: "optional",
    input: prepareBody,
    output,
    handle: onOwn((call, smart) => call.ctx.engine.prepare(smart.id, call.params.method ?? "", bodyOf(call))),
  },
  {
    method: "POST",
    path: `${STX}/start`,
    summary: "Capture what was authorised",
    section: "8.5",
    body: "optional",
    output,
    handle: onOwn((call, smart) => call.ctx.engine.start(smart.id)),
  },
  {
    method: "POST",
    path: `${STX}/start/{method}`,
    summary: "Capture without prior authorisation",
    section: "8.6",
    body: "optional",
    input: prepareBody,
    output,
    handle: onOwn((call, smart) =>
      call.ctx.engine.startMethod(smart.id, call.params.method ?? "", bodyOf(call)),
    ),
  },
  {
    method: "POST",
    path: `${STX}/cancel`,
    summary: "Cancel the payment in full",
    section: "8.7",
    body: "optional",
    output,
    handle: onOwn((call, smart) => call.ctx.engine.cancelSmart(smart.id)),
  },
  {
    method: "POST",
    path: `${STX}/abort`,
    summary: "Abort the order",
    section: "8.8",
    body: "optional",
    output,
    handle: onOwn((call, smart) => call.ctx.engine.abortSmart(smart.id)),
  },
  {
    method: "POST",
    path: `${STX}/setDelivery`,
    summary: "Mark as shipped or collected (older way)",
    section: "8.9",
    body: "required",
    input: setDeliveryBody,
    output,
    handle: onOwn((call, smart) => call.ctx.engine.setDelivery(smart.id, call.body)),
  },
  {
    method: "POST",
    path: `${STX}/preTransaction`,
    summary: "Apply a loyalty card; always refused, loyalty is not simulated",
    section: "8.10",
    body: "optional",
    handle: onOwn(() => refuse("loyaltyUnavailable")),
  },
];
