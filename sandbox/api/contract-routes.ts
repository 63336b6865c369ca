import { z } from "zod";
import { CHOICES } from "../choices";
import { renderMerchant } from "../engine/render-smart";
import { parse } from "../parse";
import { ok, type Result, refuse } from "../refusals";
import type { Contract } from "../types";
import { isOwn, ownSmart } from "./owned";
import type { Call, Reply, Route } from "./route";

function ownContract(call: Call): Result<Contract> {
  const contract = call.ctx.store.contracts.get(call.params.id ?? "");
  return contract && isOwn(call, contract.id) ? ok(contract) : refuse("contractNotYours");
}

function onOwn(operation: (call: Call, contract: Contract) => Reply): (call: Call) => Reply {
  return (call) => {
    const own = ownContract(call);
    return own.ok ? operation(call, own.value) : own;
  };
}

function methodsOf(contract: Contract, currency: string): string[] {
  const supported: readonly string[] = CHOICES.currencies.value;
  return supported.includes(currency) ? contract.methods : [];
}

const methodsQuery = z.object({
  currency: z.string().nullish(),
  is_demo: z.boolean().nullish(),
  apiv2_products: z.unknown().nullish(),
});

const linkConfiguration = z.object({
  background: z.object({
    enabled: z.boolean(),
    image_url: z
      .string()
      .regex(/^https?:\/\/\S+$/, "must be an http(s) URL")
      .nullish(),
  }),
});

function renderContract(call: Call, contract: Contract): Record<string, unknown> {
  return {
    object: "general.contracts",
    id: contract.id,
    merchant: renderMerchant(call.ctx, contract.id, true),
    parent: null,
    approved: true,
    pay_in_advance_account: CHOICES.transferAccount.value,
    paypal_configuration: null,
    easycredit_configuration: null,
    checkout_configuration: { notifications: { merchant_order_mail: true, customer_order_mail: true } },
    payment_link_options: { background: contract.background },
  };
}

function listOwn(call: Call): Reply {
  const own = [...call.ctx.store.contracts.values()].filter((contract) => isOwn(call, contract.id));
  return ok({ count: own.length, data: own.map((contract) => renderContract(call, contract)) });
}

const GCR = "/General/Contracts/{id}";

/** Contracts and available methods (api.md 19, 11.5). */
export const contractRoutes: readonly Route[] = [
  ...(["/General/Contracts", "/Payment/Contracts"] as const).map(
    (path): Route => ({
      method: "GET",
      path,
      summary: "Own contracts",
      section: "19",
      body: "none",
      handle: listOwn,
    }),
  ),
  {
    method: "GET",
    path: GCR,
    summary: "Read a contract",
    section: "19",
    body: "none",
    handle: onOwn((call, contract) => ok(renderContract(call, contract))),
  },
  {
    method: "POST",
    path: `${GCR}/getAvailablePaymentMethods`,
    summary: "Methods of the contract",
    section: "19",
    body: "optional",
    input: methodsQuery,
    output: "string[]",
    handle: onOwn((call, contract) => {
      const parsed = parse(methodsQuery, call.body ?? {});
      return parsed.ok ? ok(methodsOf(contract, parsed.value.currency ?? "EUR")) : parsed;
    }),
  },
  {
    method: "POST",
    path: `${GCR}/getAvailablePaymentMethods/{stx}`,
    summary: "Methods of the contract for one Smart Transaction",
    section: "19",
    body: "optional",
    output: "string[]",
    handle: onOwn((call, contract) => {
      const smart = ownSmart(call, call.params.stx ?? "");
      return smart.ok ? ok(methodsOf(contract, smart.value.basketInfo.currency)) : smart;
    }),
  },
  {
    method: "GET",
    path: "/Payment/Contracts/{id}/paymentMethods",
    summary: "Methods of the contract (older way)",
    section: "19",
    body: "none",
    output: "string[]",
    handle: onOwn((_call, contract) => ok(contract.methods)),
  },
  {
    method: "GET",
    path: `${GCR}/AvailableCurrencies`,
    summary: "Currencies of the contract",
    section: "19",
    body: "none",
    output: "string[]",
    handle: onOwn(() => ok(CHOICES.currencies.value)),
  },
  {
    method: "POST",
    path: `${GCR}/savePaymentLinkConfiguration`,
    summary: "Background image of the Payment Link",
    section: "11.5",
    body: "required",
    input: linkConfiguration,
    output: "Result",
    handle: onOwn((call, contract) => {
      const parsed = parse(linkConfiguration, call.body);
      if (!parsed.ok) return parsed;
      const { enabled, image_url } = parsed.value.background;
      call.ctx.store.contracts.put({ ...contract, background: { enabled, image_url: image_url ?? null } });
      return ok({ result: true });
    }),
  },
];
