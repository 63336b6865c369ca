import { parse } from "../parse";
import { ok, refuse } from "../refusals";
import { contactInput } from "../schemas";
import type { PaymentTransaction, SmartTransaction } from "../types";
import { effectiveAmount, openAmount } from "./amounts";
import { prepare } from "./authorise";
import { assignTransfer, invoicePaid, transfer } from "./bank";
import { abortSmart, cancelPayment, cancelSmart } from "./cancel";
import { continuesWith, DIRECT_METHODS, start } from "./capture";
import { buildContact, createCustomer, fillGaps, missingFields } from "./contact";
import { type Core, findSmart, paymentsOf, saveSmart } from "./core";
import type { Engine } from "./engine";
import { completeExternal } from "./external";
import { epcPayload } from "./girocode";
import { asMethod, capturesAtOnce, hostedMethods } from "./methods";
import { chargeBack, decideCheck, issueResolved, refundAtPsp } from "./operator";
import { changeStatus, increaseAmount, revokeAccrual } from "./payment-changes";
import { renderPayment } from "./render-payment";
import { instructions, linksOpen, renderSmart } from "./render-smart";
import { addShippingNote, capturePayment, setDelivery } from "./shipping";
import { createSmart, updateSmart } from "./smart";

/** Binds the operations to one sandbox's state, clock and pushes. */
export function createEngine(core: Core): Engine {
  return {
    createSmart: (clientId, body) => createSmart(core, clientId, body),
    updateSmart: (smartId, body) => updateSmart(core, smartId, body),
    prepare: (smartId, method, input) => prepare(core, smartId, method, input),
    start: (smartId, by) => start(core, smartId, by),
    startMethod: (smartId, method, input) => startMethod(core, smartId, method, input),
    cancelSmart: (smartId, by) => cancelSmart(core, smartId, by),
    abortSmart: (smartId, by) => abortSmart(core, smartId, by),
    setDelivery: (smartId, body) => setDelivery(core, smartId, body),
    completeExternal: (smartId, outcome) => completeExternal(core, smartId, outcome),
    setCustomer: (smartId, contact, by) => setCustomer(core, smartId, contact, by),
    capturePayment: (id, body) => capturePayment(core, id, body),
    cancelPayment: (id, input) => cancelPayment(core, id, input),
    addShippingNote: (id, body) => addShippingNote(core, id, body),
    revokeAccrual: (id) => revokeAccrual(core, id),
    increaseAmount: (id, body) => increaseAmount(core, id, body),
    changeStatus: (id, status) => changeStatus(core, id, status),
    transfer: (smartId, kind, amount) => transfer(core, smartId, kind, amount),
    assignTransfer: (transferId, smartId) => assignTransfer(core, transferId, smartId),
    chargeBack: (smartId) => chargeBack(core, smartId),
    issueResolved: (smartId) => issueResolved(core, smartId),
    invoicePaid: (smartId) => invoicePaid(core, smartId),
    refundAtPsp: (smartId, amount) => refundAtPsp(core, smartId, amount),
    decideCheck: (smartId, result) => decideCheck(core, smartId, result),
    smart: (smartId) => core.store.smarts.get(smartId),
    contract: (contractId) => core.store.contracts.get(contractId),
    customerOf: (smart) => core.store.customers.get(smart.customerId ?? ""),
    shippingAddressOf: (smart) => core.store.customers.get(smart.shippingAddressId ?? ""),
    paymentsOf: (smart) => paymentsOf(core, smart),
    allPaymentsOf: (smart) => allPaymentsOf(core, smart),
    openTransfers: () => [...core.store.transfers.values()],
    methodsFor: (smart) => {
      const contract = core.store.contracts.get(smart.contractId);
      return contract ? hostedMethods(contract, smart) : [];
    },
    missingCustomerFields: (smart, method) =>
      missingFields(core.store.customers.get(smart.customerId ?? "")?.contact, method),
    captures: (smart, method) => capturesAtOnce(smart, method),
    linksOpen,
    effectiveAmount: (payment) => effectiveAmount(core, payment),
    openAmount: (smart) => openAmount(core, smart),
    instructions: (smart) => instructions(core, smart),
    epcPayload: (smart) => epcPayload(core, smart),
    renderSmart: (smart) => renderSmart(core, smart),
    renderPayment: (payment) => renderPayment(core, payment),
  };
}

function startMethod(
  core: Core,
  smartId: string,
  methodName: string,
  input: Parameters<Engine["startMethod"]>[2],
) {
  const found = findSmart(core, smartId);
  if (!found.ok) return found;
  if (continuesWith(found.value, methodName)) return start(core, smartId);
  const method = asMethod(methodName);
  if (!method) return refuse("unknownMethod");
  if (!DIRECT_METHODS.includes(method)) return refuse("notApproved");
  return prepare(core, smartId, methodName, input, true);
}

function setCustomer(
  core: Core,
  smartId: string,
  contact: unknown,
  by: Parameters<Engine["setCustomer"]>[2] = "payer",
) {
  const found = findSmart(core, smartId);
  if (!found.ok) return found;
  const smart = found.value;
  if (!linksOpen(smart)) return refuse("alreadyStarted");
  const parsed = parse(contactInput, contact);
  if (!parsed.ok) return parsed;
  const given = buildContact(parsed.value, true);
  const known = core.store.customers.get(smart.customerId ?? "")?.contact;
  const locked = smart.applicationContext.locks?.customer && known;
  const customer = createCustomer(core, smart.contractId, locked ? fillGaps(known, given) : given);
  return ok(saveSmart(core, smart, { customerId: customer.id }, by, "customer data given"));
}

function allPaymentsOf(core: Core, smart: SmartTransaction): PaymentTransaction[] {
  const own = [...smart.formerPaymentIds, ...smart.paymentIds].flatMap(
    (id) => core.store.payments.get(id) ?? [],
  );
  const refunds = own.flatMap((payment) =>
    payment.children.flatMap((link) => core.store.payments.get(link.id) ?? []),
  );
  return [...own, ...refunds];
}
