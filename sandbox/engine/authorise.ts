import { CHOICES } from "../choices";
import { parse } from "../parse";
import { ok, type Result, refuse } from "../refusals";
import { prepareBody } from "../schemas";
import { type DetailedStatus, STATUS } from "../statuses";
import type { Actor, Container, Method, SmartTransaction } from "../types";
import { capture } from "./capture";
import { missingFields, resolveCustomer } from "./contact";
import { containerFor } from "./containers";
import { among, type Core, findSmart, movePayment, paymentsOf, saveSmart } from "./core";
import type { PrepareInput } from "./engine";
import { asMethod, capturesAtOnce, contractMethods, EXTERNAL_METHODS, hostedMethods } from "./methods";
import { createPayments } from "./payments";

interface Attempt {
  method: Method;
  container: Container | null;
  captureNow: boolean;
  hosted: boolean;
  by: Actor;
  successUrl: string | null;
  failureUrl: string | null;
}

/** Authorises a payment (api.md 8.4). A refusal by scoring or bank is a value with status `failed`. */
export function prepare(
  core: Core,
  smartId: string,
  methodName: string,
  input: PrepareInput,
  captureNow = false,
): Result<SmartTransaction> {
  const found = findSmart(core, smartId);
  if (!found.ok) return found;
  const checked = checkMethod(core, found.value, methodName, input.hosted ?? false);
  if (!checked.ok) return checked;
  const method = checked.value;
  const { hosted = false, by = hosted ? "payer" : "api", ...body } = input;
  const parsed = parse(prepareBody, body);
  if (!parsed.ok) return parsed;
  const withPayer = takeCustomer(core, found.value, parsed.value.customer, by);
  if (!withPayer.ok) return withPayer;
  const smart = withPayer.value;
  const missing = missingFields(core.store.customers.get(smart.customerId ?? "")?.contact, method);
  if (missing.length > 0)
    return refuse("customerIncomplete", `customer data are missing: ${missing.join(", ")}`);
  const container = containerFor(core, smart, method, parsed.value.container);
  if (!container.ok) return container;
  return attempt(core, smart, {
    method,
    container: container.value,
    captureNow: captureNow || capturesAtOnce(smart, method),
    hosted,
    by,
    successUrl: parsed.value.callback_urls?.success_url ?? null,
    failureUrl: parsed.value.callback_urls?.failure_url ?? null,
  });
}

function checkMethod(core: Core, smart: SmartTransaction, name: string, hosted: boolean): Result<Method> {
  const method = asMethod(name);
  if (!method) return refuse("unknownMethod");
  const contract = core.store.contracts.get(smart.contractId);
  if (!contract) return refuse("contractNotYours");
  const offered = hosted
    ? hostedMethods(contract, smart)
    : contractMethods(contract, smart.basketInfo.currency);
  if (!offered.includes(method)) return refuse("methodNotContracted");
  if (!among(CHOICES.prepareFrom.value, smart.status)) {
    return refuse("wrongState", `prepare is not possible in status ${smart.status}`);
  }
  return ok(method);
}

function takeCustomer(
  core: Core,
  smart: SmartTransaction,
  given: Parameters<typeof resolveCustomer>[2] | null | undefined,
  by: Actor,
): Result<SmartTransaction> {
  if (!given) return ok(smart);
  const customer = resolveCustomer(core, smart.contractId, given);
  if (!customer.ok) return customer;
  if (customer.value === null) return ok(smart);
  return ok(saveSmart(core, smart, { customerId: customer.value }, by, "customer data given"));
}

function attempt(core: Core, smart: SmartTransaction, wish: Attempt): Result<SmartTransaction> {
  const { method, container, by } = wish;
  const pan = container?.private.pan ?? "";
  const challenged = method === "creditcard" && pan.endsWith(CHOICES.cardChallengeSuffix.value);
  const external =
    EXTERNAL_METHODS.includes(method) || (challenged && !smart.paymentContext.merchant_initiated);
  const urls = smart.applicationContext.return_urls;
  if (external && !wish.hosted && !wish.successUrl && !urls.url_success) {
    return refuse("badField", "callback_urls.success_url: is required for this payment method");
  }
  for (const former of paymentsOf(core, smart)) {
    if (former.simple === 2 || former.simple === 0) movePayment(core, former, STATUS.void);
  }
  const payments = createPayments(core, smart, { method, container, status: STATUS.proceed });
  const linked = saveSmart(
    core,
    smart,
    {
      status: "created",
      paymentMethod: method,
      containerId: container?.id ?? smart.containerId,
      paymentIds: payments.map((payment) => payment.id),
      formerPaymentIds: [...smart.formerPaymentIds, ...smart.paymentIds],
      instructions: null,
      external: external
        ? {
            method,
            hosted: wish.hosted,
            capture: wish.captureNow,
            successUrl: wish.successUrl,
            failureUrl: wish.failureUrl,
          }
        : null,
    },
    by,
    external ? `${method}: external step opened` : `${method}: authorisation`,
  );
  if (external) return ok(linked);
  if (isRefused(core, linked, method, pan)) return ok(fail(core, linked, "refused"));
  return ok(authorised(core, linked, wish.captureNow));
}

/** Would scoring or the card's bank refuse this payer (api.md 25)? */
export function isRefused(core: Core, smart: SmartTransaction, method: Method, pan = ""): boolean {
  const surname = core.store.customers.get(smart.customerId ?? "")?.contact.surname ?? "";
  const scored = method === "invoice" || method === "debit" || method === "easycredit";
  if (scored && surname.toLowerCase() === CHOICES.scoringDeniedSurname.value.toLowerCase()) return true;
  return method === "creditcard" && pan.endsWith(CHOICES.cardDeclinedSuffix.value);
}

/** Marks the running attempt as authorised and captures it where that is wanted. */
export function authorised(core: Core, smart: SmartTransaction, captureNow: boolean): SmartTransaction {
  if (captureNow) return capture(core, smart, "sandbox");
  const [original, ...subs] = paymentsOf(core, smart);
  const next = saveSmart(core, smart, { status: "approved", external: null }, "sandbox", "authorised");
  for (const sub of subs) movePayment(core, sub, STATUS.authorized);
  if (original) movePayment(core, original, STATUS.authorized);
  return next;
}

/** Ends the running attempt without success; the payer may try again. */
export function fail(
  core: Core,
  smart: SmartTransaction,
  text: string,
  status: DetailedStatus = STATUS.denied,
): SmartTransaction {
  const [original, ...subs] = paymentsOf(core, smart);
  const next = saveSmart(core, smart, { status: "failed", external: null }, "sandbox", text);
  for (const sub of subs) movePayment(core, sub, status);
  if (original) movePayment(core, original, status);
  return next;
}
