import { CHOICES } from "../choices";
import { berlinIso } from "../clock";
import type { Container, Customer, SmartTransaction } from "../types";
import { among, type Core, paymentsOf } from "./core";
import type { PaymentInstructions } from "./engine";
import { contractMethods } from "./methods";

/** The documented Smart Transaction object (api.md 6). */
export function renderSmart(core: Core, smart: SmartTransaction): Record<string, unknown> {
  const payments = paymentsOf(core, smart);
  return {
    object: "smart.transactions",
    id: smart.id,
    merchant: renderMerchant(core, smart.contractId, true),
    contract: { object: "general.contracts", id: smart.contractId },
    provider_contract: null,
    customer: renderPayer(core.store.customers.get(smart.customerId ?? "")),
    shipping_address: renderPayer(core.store.customers.get(smart.shippingAddressId ?? "")),
    container: renderContainerRef(core.store.containers.get(smart.containerId ?? "")),
    created: berlinIso(smart.created),
    updated: smart.updated === null ? null : berlinIso(smart.updated),
    status: smart.status,
    transactionRef: smart.transactionRef,
    merchantRef: smart.merchantRef,
    basket: smart.basket,
    basket_info: smart.basketInfo,
    delivery_options: smart.delivery,
    trans_id: payments[0]?.transId ?? null,
    payment_method: smart.paymentMethod,
    payment_instructions: instructions(core, smart),
    iframe_url: externalUrl(core, smart),
    transactions: payments.map((payment) => ({
      object: "payment.transactions",
      id: payment.id,
      trans_id: payment.transId,
      transaction_hash: payment.hash,
      ...(payment.referenceId === null ? {} : { reference_id: payment.referenceId }),
    })),
    is_demo: smart.isDemo,
    intent: smart.intent,
    application_context: smart.applicationContext,
    payment_context: smart.paymentContext,
    checkout_links: checkoutLinks(core, smart),
    payment_links: paymentLinks(core, smart),
    ...UNUSED,
  };
}

/** Loyalty, POS and bookkeeping fields a webshop never fills (api.md 6.1). */
const UNUSED = Object.freeze({
  communications: null,
  subscription: null,
  idents: null,
  checkin: null,
  store: null,
  device_source: null,
  device_destination: null,
  receipt: null,
  receipt_merchant: null,
  receipt_merchant_print: null,
  receipt_number: null,
  tax_rate: null,
  tax_amount: null,
  cashier: null,
  market: null,
  product: null,
  prepaid_sales: null,
  last_visited_page: null,
});

export function renderMerchant(
  core: Pick<Core, "store">,
  contractId: string,
  withName: boolean,
): Record<string, unknown> | null {
  const contract = core.store.contracts.get(contractId);
  if (!contract) return null;
  const name = withName ? { companyname: contract.companyname } : {};
  return { object: "general.merchants", id: contract.merchantId, ...name };
}

function renderPayer(customer: Customer | undefined): Record<string, unknown> | null {
  return customer ? { object: "payment.customers", id: customer.id, contact: customer.contact } : null;
}

function renderContainerRef(container: Container | undefined): Record<string, unknown> | null {
  if (!container) return null;
  return { object: "payment.containers", id: container.id, type: container.type, token_status: null };
}

/** Transfer details (api.md 16.1); null when there are none. */
export function instructions(core: Core, smart: SmartTransaction): PaymentInstructions | null {
  if (!smart.instructions) return null;
  return {
    ...CHOICES.transferAccount.value,
    purpose: smart.instructions.purpose,
    girocode_url: `${core.publicUrl()}/qr/epc?stx=${smart.id}`,
  };
}

function externalUrl(core: Core, smart: SmartTransaction): string | null {
  return smart.external ? `${core.publicUrl()}/external/${smart.external.method}?stx=${smart.id}` : null;
}

/** Are the pay links open in this status (api.md 11.1)? */
export function linksOpen(smart: SmartTransaction): boolean {
  return among(CHOICES.linksOpenIn.value, smart.status);
}

function paymentLinks(core: Core, smart: SmartTransaction): Record<string, string> | null {
  const contract = core.store.contracts.get(smart.contractId);
  if (!contract || smart.intent !== "sale" || !linksOpen(smart)) return null;
  const link = (query: string) =>
    `${core.publicUrl()}/checkout?${query}stx=${smart.id}&contract=${smart.contractId}&server=testing`;
  const links: Record<string, string> = {};
  for (const method of contractMethods(contract, smart.basketInfo.currency)) {
    if (method === "invoice") links.invoice = link("initPaymentMethod=invoice&");
    else links[method] = link(`payment-method=${method === "prepaid" ? "prepay" : method}&`);
  }
  links.general = link("");
  return links;
}

function checkoutLinks(core: Core, smart: SmartTransaction): { url_checkout: string } | null {
  if (smart.intent !== "order") return null;
  return {
    url_checkout: `${core.publicUrl()}/checkout?wizardFlow=checkout&stx=${smart.id}&viewMode=fullscreen`,
  };
}
