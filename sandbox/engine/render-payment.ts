import { berlinIso, berlinMidnight } from "../clock";
import { findStatus, simpleStatusText } from "../statuses";
import type { BasketItem, PaymentLink, PaymentTransaction } from "../types";
import type { Core } from "./core";
import { maskIban } from "./iban";
import { renderMerchant } from "./render-smart";

const PRODUCTS: Record<PaymentTransaction["method"], { name: string; id: number | null }> = {
  prepaid: { name: "Vorkasse", id: 310 },
  debit: { name: "Lastschrift", id: null },
  invoice: { name: "Kauf auf Rechnung", id: null },
  creditcard: { name: "Kreditkarte", id: null },
  paypal: { name: "PayPal", id: 440 },
  easycredit: { name: "easyCredit", id: null },
  sofort: { name: "Sofort", id: null },
  giropay: { name: "giropay", id: null },
  eps: { name: "eps", id: null },
  refund: { name: "Erstattung", id: null },
};

/** The documented Payment Transaction object (api.md 12). */
export function renderPayment(core: Core, payment: PaymentTransaction): Record<string, unknown> {
  const product = PRODUCTS[payment.method];
  const status = statusFields(payment);
  const smart = core.store.smarts.get(payment.smartId ?? "");
  return {
    object: "payment.transactions",
    id: payment.id,
    merchant: renderMerchant(core, payment.contractId, false),
    store: null,
    contract: { object: "general.contracts", id: payment.contractId },
    contract_id: contractNumber(payment.contractId),
    platform: null,
    parents: payment.parents.map((link) => linkRef(link)),
    related_transactions: [
      ...payment.parents.map((link) => relation(link, "parent")),
      ...payment.children.map((link) => relation(link, "child")),
    ],
    trans_id: payment.transId,
    transaction_hash: payment.hash,
    product_id: product.id,
    product: payment.isDemo && payment.amount > 0 ? `${product.name} (Demo)` : product.name,
    product_raw: product.name,
    zahlungsmittel_id: 0,
    amount: payment.amount,
    currency: payment.currency,
    created: berlinIso(payment.created),
    updated: berlinIso(payment.updated),
    completion_date: payment.completed === null ? null : berlinMidnight(payment.completed),
    payout_date: null,
    load_date: null,
    description: payment.description,
    description_raw: payment.description,
    status: payment.status,
    status_text: status.status_text,
    details: {
      amount: payment.amount,
      cleared: findStatus(payment.status)?.cleared ?? "open",
      ...status,
      description: payment.description,
      description_raw: payment.description,
    },
    customer: payment.customer,
    payment_data: paymentData(core, payment),
    invoice_number: payment.invoiceNumber,
    order_id: payment.orderId,
    reference_id: payment.referenceId,
    accrual: payment.accrual,
    transmitted_to_bank: payment.amount < 0,
    subscription: null,
    documents: payment.documents.map((id) => ({
      url: `${core.publicUrl()}/document/${id}`,
      type: "pdf",
      document_type: "Zahlungsanforderung",
    })),
    basket: payment.amount > 0 ? (smart?.basket?.products ?? []).map(oldItem) : [],
    tid: null,
    store_name: null,
    ...incomingFields(payment),
  };
}

/** `status`, `status_text`, `status_simple`, `status_simple_text` (api.md 14). */
export function statusFields(payment: PaymentTransaction) {
  return {
    status: payment.status,
    status_text: findStatus(payment.status)?.text ?? "",
    status_simple: payment.simple,
    status_simple_text: simpleStatusText(payment.simple),
  };
}

function linkRef(link: PaymentLink) {
  return { object: "payment.transactions", id: link.id, trans_id: link.transId, ref_type_id: link.refTypeId };
}

function relation(link: PaymentLink, hierarchy: "child" | "parent") {
  return {
    object: "payment.transactions",
    id: link.id,
    hierarchy,
    trans_id: link.transId,
    ref_type_id: link.refTypeId,
    ref_type_raw: null,
  };
}

function incomingFields(payment: PaymentTransaction) {
  const last = payment.incoming.at(-1);
  return {
    incoming_payment_date: last ? berlinMidnight(last.date) : null,
    incoming_payment_purpose: last?.purpose ?? null,
    incoming_payment_iban: last?.iban ?? null,
    incoming_payment_bic: last?.bic ?? null,
    account_owner: last?.owner ?? null,
  };
}

function paymentData(core: Core, payment: PaymentTransaction): string | null {
  const container = core.store.containers.get(payment.containerId ?? "");
  if (!container) return null;
  const { owner, iban, pan } = container.private;
  return [owner, iban ? maskIban(iban) : pan].filter(Boolean).join(" ") || null;
}

/** A number made of the id, as contracts have both. */
function contractNumber(contractId: string): number {
  let number = 0;
  for (const char of contractId) number = (number * 31 + char.charCodeAt(0)) % 90_000;
  return 10_000 + number;
}

function oldItem(item: BasketItem): Record<string, unknown> {
  return {
    item_type: item.item_type,
    name: item.desc,
    quantity: item.quantity,
    price: item.priceOne,
    total: item.sum ?? (item.priceOne ?? 0) * (item.quantity ?? 0),
    tax: item.tax,
    article_number: item.articleNumber,
    ean: item.ean,
    reference_id: item.reference_id,
    sub_basket: (item.sub_basket ?? []).map(oldItem),
  };
}
