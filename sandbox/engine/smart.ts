import { CHOICES } from "../choices";
import { parse, present } from "../parse";
import { ok, type Result, refuse } from "../refusals";
import { type SmartCreate, type SmartUpdate, smartCreate, smartUpdate } from "../schemas";
import { STATUS } from "../statuses";
import type { ApplicationContext, Basket, Contract, PaymentContext, SmartTransaction } from "../types";
import { basketTotal, buildBasket } from "./basket";
import { resolveCustomer } from "./contact";
import { among, type Core, findSmart, movePayment, paymentsOf, saveSmart } from "./core";
import { buildDelivery } from "./delivery";

/** Creates a Smart Transaction in status `created` (api.md 8.1). */
export function createSmart(core: Core, clientId: string, body: unknown): Result<SmartTransaction> {
  const parsed = parse(smartCreate, body);
  if (!parsed.ok) return parsed;
  const input = parsed.value;
  const contract = core.store.contracts.get(input.contract?.id ?? "");
  if (!contract || contract.clientId !== clientId) return refuse("contractNotYours");
  const currency = input.basket_info.currency ?? "EUR";
  const basket = checkedBasket(contract, input.basket, input.basket_info.sum);
  if (!basket.ok) return basket;
  const customer = resolveCustomer(core, contract.id, input.customer ?? {});
  if (!customer.ok) return customer;
  const shipping = resolveCustomer(core, contract.id, input.shipping_address ?? {});
  if (!shipping.ok) return shipping;
  const container = resolveContainer(core, contract, input.container?.id ?? null);
  if (!container.ok) return container;
  const at = core.clock.now();
  const smart: SmartTransaction = {
    id: core.ids.object("STX"),
    contractId: contract.id,
    status: "created",
    created: at,
    updated: null,
    isDemo: input.is_demo ?? false,
    intent: input.intent,
    transactionRef: input.transactionRef ?? null,
    merchantRef: input.merchantRef ?? null,
    customerId: customer.value,
    shippingAddressId: shipping.value,
    containerId: container.value,
    basket: basket.value,
    basketInfo: {
      sum: input.basket_info.sum,
      currency,
      ...present({ gratuity: input.basket_info.gratuity }),
    },
    delivery: buildDelivery(input.delivery_options),
    applicationContext: applicationContext(input.application_context ?? {}),
    paymentContext: paymentContext(input.payment_context ?? {}),
    paymentMethod: null,
    paymentIds: [],
    formerPaymentIds: [],
    instructions: null,
    external: null,
    history: [{ at, by: "api", text: "created" }],
  };
  core.store.smarts.put(smart);
  return ok(smart);
}

function checkedBasket(contract: Contract, input: SmartCreate["basket"], sum: number): Result<Basket | null> {
  const basket = buildBasket(input ?? {}, contract.mixedBaskets);
  if (!basket.ok || !basket.value) return basket;
  return sumMatches(basket.value, sum) ?? basket;
}

function sumMatches(
  basket: Basket,
  sum: number,
): { ok: false; reason: ReturnType<typeof refuse>["reason"] } | null {
  const total = basketTotal(basket.products);
  if (total === sum) return null;
  return refuse("sumMismatch", `basket_info.sum is ${sum} but the basket amounts to ${total}`);
}

function resolveContainer(core: Core, contract: Contract, id: string | null): Result<string | null> {
  if (id === null) return ok(null);
  const container = core.store.containers.get(id);
  if (!container) return refuse("unknownId");
  return container.contractId === contract.id ? ok(id) : refuse("foreignObject");
}

function applicationContext(input: NonNullable<SmartCreate["application_context"]>): ApplicationContext {
  const { url_failure, ...urls } = input.return_urls ?? {};
  return {
    checkout_template: input.checkout_template ?? null,
    return_urls: {
      ...(url_failure ? { url_error: url_failure, url_abort: url_failure } : {}),
      ...present(urls),
    },
    language: input.language ?? "de",
    ...(input.locks ? { locks: present(input.locks) } : {}),
    ...present({ shop_details: input.shop_details, iframe_opts: input.iframe_opts }),
  };
}

function paymentContext(input: NonNullable<SmartCreate["payment_context"]>): PaymentContext {
  return {
    auto_capture: input.auto_capture ?? false,
    payment_methods: input.payment_methods?.length ? input.payment_methods : null,
    merchant_initiated: input.merchant_initiated ?? false,
    accrual: input.accrual ?? false,
    creditcard_schemes: CHOICES.cardSchemes.value,
    ...present({
      dynamic_descriptor: input.dynamic_descriptor,
      container_instructions: input.container_instructions,
      mit_instructions: input.mit_instructions,
    }),
  };
}

/** Changes what may be changed; an authorisation is lost by it (api.md 8.3). Left-out fields stay. */
export function updateSmart(core: Core, smartId: string, body: unknown): Result<SmartTransaction> {
  const found = findSmart(core, smartId);
  if (!found.ok) return found;
  const smart = found.value;
  if (!among(CHOICES.updateFrom.value, smart.status)) return refuse("alreadyStarted");
  const parsed = parse(smartUpdate, body);
  if (!parsed.ok) return parsed;
  const contract = core.store.contracts.get(smart.contractId);
  if (!contract) return refuse("contractNotYours");
  const changes = changedFields(core, smart, contract, parsed.value);
  if (!changes.ok) return changes;
  for (const payment of paymentsOf(core, smart)) {
    if (payment.simple === 2 || payment.simple === 0) movePayment(core, payment, STATUS.void);
  }
  const next = saveSmart(
    core,
    smart,
    {
      ...changes.value,
      status: "created",
      paymentMethod: null,
      paymentIds: [],
      formerPaymentIds: [...smart.formerPaymentIds, ...smart.paymentIds],
      external: null,
      instructions: null,
    },
    "api",
    "updated",
  );
  return ok(next);
}

function changedFields(
  core: Core,
  smart: SmartTransaction,
  contract: Contract,
  input: SmartUpdate,
): Result<Partial<SmartTransaction>> {
  const changes: Partial<SmartTransaction> = {};
  const info = input.basket_info;
  if (info) {
    const currency = info.currency ?? smart.basketInfo.currency;
    changes.basketInfo = { sum: info.sum, currency, ...present({ gratuity: info.gratuity }) };
  }
  if (input.basket !== undefined) {
    const basket = buildBasket(input.basket ?? {}, contract.mixedBaskets);
    if (!basket.ok) return basket;
    changes.basket = basket.value;
  }
  const basket = changes.basket === undefined ? smart.basket : changes.basket;
  const mismatch = basket && sumMatches(basket, (changes.basketInfo ?? smart.basketInfo).sum);
  if (mismatch) return mismatch;
  for (const [field, target] of [
    ["customer", "customerId"],
    ["shipping_address", "shippingAddressId"],
  ] as const) {
    const given = input[field];
    if (given === undefined) continue;
    const customer = resolveCustomer(core, contract.id, given ?? {});
    if (!customer.ok) return customer;
    changes[target] = customer.value;
  }
  if (input.transactionRef !== undefined) changes.transactionRef = input.transactionRef;
  if (input.merchantRef !== undefined) changes.merchantRef = input.merchantRef;
  if (input.delivery_options !== undefined) changes.delivery = buildDelivery(input.delivery_options);
  return ok(changes);
}
