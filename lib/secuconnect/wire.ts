import type {
  BasketItem,
  Contact,
  CreateTransactionInput,
  PrepareInput,
  ShippingInformation,
  UpdateTransactionInput,
} from "./types";

/** The default checkout, also needed for the bare pay page (api.md 6.4). */
const defaultTemplate = "COT_WD0DE66HN2XWJHW8JM88003YG0NEA2";

type Json = string | number | boolean | null | readonly Json[] | { [key: string]: Json | undefined };
export type JsonBody = { [key: string]: Json | undefined };

/** Fields longer than these make the checkout fail with an unspecific error (api.md 6.3). */
function cut(value: string, length: number): string {
  return [...value].slice(0, length).join("");
}

function contactBody(contact: Contact): JsonBody {
  return {
    forename: cut(contact.forename, 50),
    surname: cut(contact.surname, 50),
    companyname: contact.company && cut(contact.company, 50),
    email: contact.email,
    phone: contact.phone,
    address: {
      street: cut(contact.street, 50),
      street_number: contact.streetNumber,
      additional_address_data: contact.addition && cut(contact.addition, 50),
      postal_code: cut(contact.postalCode, 10),
      city: cut(contact.city, 50),
      country: contact.country,
    },
  };
}

function customerBody(customer: Contact | { id: string }): JsonBody {
  return "id" in customer ? { id: customer.id } : { contact: contactBody(customer) };
}

function accountBody(account: { owner: string; iban: string } | { id: string }): JsonBody {
  if ("id" in account) return { id: account.id };
  return { type: "bank_account", private: { owner: account.owner, iban: account.iban } };
}

/** Smart Transactions know no donation (api.md 7.2): it travels as an article and counts the same. */
function itemBody(item: BasketItem, index: number): JsonBody {
  return {
    id: index + 1,
    item_type: item.type === "donation" ? "article" : item.type,
    desc: item.name,
    articleNumber: item.type === "article" ? (item.sku ?? undefined) : undefined,
    quantity: item.quantity,
    priceOne: item.unitPrice,
    tax: item.vatPercent,
  };
}

/** The sum by api.md 7.2. Throws RangeError when it is not `amount`: such a request is a bug. */
function checkedSum(input: UpdateTransactionInput): number {
  let sum = 0;
  for (const item of input.basket) sum += (item.type === "coupon" ? -1 : 1) * item.quantity * item.unitPrice;
  if (!Number.isSafeInteger(sum) || sum !== input.amount) {
    throw new RangeError(`the basket sums to ${sum}, not to ${input.amount}`);
  }
  return sum;
}

/** Body of PUT Smart/Transactions/{id} (api.md 8.3): null clears, so all changeable fields are sent. */
export function updateBody(input: UpdateTransactionInput): JsonBody {
  return {
    customer: input.customer ? customerBody(input.customer) : {},
    shipping_address: input.shippingAddress ? { contact: contactBody(input.shippingAddress) } : null,
    transactionRef: input.transactionRef,
    merchantRef: input.merchantRef,
    basket: { products: input.basket.map(itemBody) },
    basket_info: { sum: checkedSum(input), currency: input.currency },
    delivery_options: input.delivery && { type: input.delivery.type, store_id: input.delivery.storeId },
  };
}

/** Body of POST Smart/Transactions (api.md 6). */
export function createBody(input: CreateTransactionInput): JsonBody {
  const { shipping_address, ...common } = updateBody(input);
  return {
    is_demo: input.isDemo,
    intent: input.intent,
    contract: { id: input.contractId },
    ...common,
    shipping_address: shipping_address ?? undefined,
    application_context: {
      checkout_template: input.checkoutTemplate ?? defaultTemplate,
      return_urls: {
        url_success: input.returnUrls.success,
        url_error: input.returnUrls.error,
        url_abort: input.returnUrls.abort,
        url_push: input.returnUrls.push,
      },
      language: input.language,
      locks: input.locks && { customer: input.locks.customer, shipping_address: input.locks.shippingAddress },
    },
    payment_context: {
      auto_capture: input.autoCapture,
      payment_methods: input.paymentMethods && [...input.paymentMethods],
    },
  };
}

/** Body of prepare (api.md 8.4); undefined when there is nothing to say. */
export function prepareBody(input: PrepareInput): JsonBody | undefined {
  const { customer, bankAccount, callbackUrls } = input;
  if (!customer && !bankAccount && !callbackUrls) return undefined;
  return {
    customer: customer && { contact: contactBody(customer) },
    container: bankAccount && accountBody(bankAccount),
    callback_urls: callbackUrls && {
      success_url: callbackUrls.success,
      failure_url: callbackUrls.failure,
    },
  };
}

/** Body of setDelivery for goods that were handed over (api.md 8.9). */
export function collectedBody(deliveredAt: Date, storeId: string | undefined): JsonBody {
  return {
    delivery_options: { type: "collection", delivered_at: deliveredAt.toISOString(), store_id: storeId },
  };
}

/** The shipping_information object (api.md 13.3). */
export function shippingBody(shipping: ShippingInformation): JsonBody {
  return {
    carrier: shipping.carrier,
    tracking_id: shipping.trackingId,
    invoice_number: shipping.invoiceNumber,
    order_id: shipping.orderId,
    shipped_at: shipping.shippedAt?.toISOString(),
  };
}

/** Leaves only what the API accepts in a reason (api.md 13.4): umlauts are spelled out, the rest becomes a blank. */
export function reasonText(text: string): string {
  const spelled: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", Ä: "Ae", Ö: "Oe", Ü: "Ue", ß: "ss" };
  return text
    .replace(/[äöüÄÖÜß]/g, (letter) => spelled[letter] ?? letter)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9.,+\-:?()/']+/g, " ")
    .trim()
    .slice(0, 100);
}
