import { germanDay } from "../clock";
import type { DetailedStatus } from "../statuses";
import type { Container, Method, PaymentTransaction, SmartTransaction } from "../types";
import type { Core } from "./core";

interface Origin {
  method: Method;
  status: DetailedStatus;
  container: Container | null;
}

/**
 * Makes the Payment Transactions of an attempt: the original, and one per sub-basket of a marketplace
 * order (api.md 22).
 */
export function createPayments(core: Core, smart: SmartTransaction, origin: Origin): PaymentTransaction[] {
  const original = newPayment(core, smart, origin, {
    amount: smart.basketInfo.sum,
    contractId: smart.contractId,
    referenceId: null,
    hash: null,
  });
  const subs = (smart.basket?.type === "mixed" ? smart.basket.products : []).map((item) =>
    newPayment(core, smart, origin, {
      amount: item.sum ?? 0,
      contractId: item.contract_id ?? smart.contractId,
      referenceId: item.reference_id,
      hash: original.hash,
    }),
  );
  return [original, ...subs];
}

function newPayment(
  core: Core,
  smart: SmartTransaction,
  { method, status, container }: Origin,
  part: { amount: number; contractId: string; referenceId: string | null; hash: string | null },
): PaymentTransaction {
  const at = core.clock.now();
  const transId = core.store.nextTransId();
  const contact = core.store.customers.get(smart.customerId ?? "")?.contact;
  const shop = core.store.contracts.get(smart.contractId)?.companyname ?? "";
  const payment: PaymentTransaction = {
    id: core.ids.object("PCI"),
    smartId: smart.id,
    contractId: part.contractId,
    transId,
    hash: part.hash === null ? core.ids.hash() : `${part.hash}_${transId}`,
    method,
    isDemo: smart.isDemo,
    amount: part.amount,
    currency: smart.basketInfo.currency,
    reduced: 0,
    received: 0,
    status: status.status,
    simple: status.simple,
    created: at,
    updated: at,
    completed: null,
    due: null,
    description: `Bestellung am ${germanDay(at)} via secupay bei ${shop}`,
    customer: {
      companyname: contact?.companyname ?? null,
      salutation: contact?.salutation ?? null,
      title: contact?.title ?? null,
      forename: contact?.forename ?? null,
      surname: contact?.surname ?? null,
    },
    invoiceNumber: null,
    orderId: smart.merchantRef,
    referenceId: part.referenceId,
    accrual: smart.paymentContext.accrual,
    parents: [],
    children: [],
    shippingNotes: [],
    incoming: [],
    documents: [],
    partialCancelUsed: false,
    containerId: container?.id ?? null,
    pushUrl: smart.applicationContext.return_urls.url_push ?? null,
  };
  core.store.payments.put(payment);
  return payment;
}

/** Makes the refund of an executed payment: negative amount, linked both ways (api.md 13.4). */
export function createRefund(core: Core, original: PaymentTransaction, amount: number): PaymentTransaction {
  const at = core.clock.now();
  const transId = core.store.nextTransId();
  const day = germanDay(original.created);
  const refund: PaymentTransaction = {
    ...original,
    id: core.ids.object("PCI"),
    transId,
    hash: core.ids.hash(),
    method: "refund",
    amount: -amount,
    reduced: 0,
    received: 0,
    status: 6,
    simple: 1,
    created: at,
    updated: at,
    completed: at,
    due: null,
    description: `TA-Code ${original.transId} (${day.slice(0, 6)}${day.slice(8)})|Refund TA-Code ${transId}`,
    invoiceNumber: null,
    orderId: null,
    referenceId: null,
    accrual: false,
    parents: [{ id: original.id, transId: original.transId, refTypeId: REFUND_LINK }],
    children: [],
    shippingNotes: [],
    incoming: [],
    documents: [],
  };
  core.store.payments.put(refund);
  return refund;
}

/** `ref_type_id` of the link between a payment and its refund (api.md 12). */
export const REFUND_LINK = 19;
