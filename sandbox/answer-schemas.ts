import { z } from "zod";
import { METHODS, SMART_STATUSES } from "./types";

const id = (prefix: string) => z.string().regex(new RegExp(`^${prefix}_[0-9A-Z]{30}$`));
const dateTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+0[012]:00$/);
const text = z.string().nullable();
const cents = z.int();
const ref = (object: string, prefix: string) => z.strictObject({ object: z.literal(object), id: id(prefix) });
const anyObject = z.record(z.string(), z.unknown());

export const contact = z.strictObject({
  name: text,
  forename: text,
  surname: text,
  companyname: text,
  salutation: text,
  gender: text,
  title: text,
  dob: dateTime.nullable(),
  url_website: text,
  birthplace: text,
  nationality: text,
  picture: text,
  email: text,
  phone: text,
  mobile: text,
  address: z
    .strictObject({
      street: text,
      street_number: text,
      additional_address_data: text,
      postal_code: text,
      city: text,
      country: text,
    })
    .nullable(),
});

const payer = z.strictObject({ object: z.literal("payment.customers"), id: id("PCU"), contact }).nullable();

const plainItem = {
  id: z.int().nullable(),
  parent: z.int().nullable(),
  articleNumber: z.union([z.string(), z.int()]).nullable(),
  ean: text,
  desc: text,
  quantity: z.int().nullable(),
  priceOne: cents.nullable(),
  tax: z.int().nullable(),
  group: z.array(z.unknown()).nullable(),
  serialNumber: text,
  item_type: z.enum([
    "article",
    "shipping",
    "donation",
    "coupon",
    "subscription",
    "sub_transaction",
    "stakeholder_payment",
  ]),
  reference_id: text,
  sum: cents.optional(),
  contract_id: z.string().optional(),
  plan_id: z.string().optional(),
  start_at: z.string().optional(),
};
const item = z.strictObject({ ...plainItem, sub_basket: z.array(z.strictObject(plainItem)).optional() });

export const paymentInstructions = z.strictObject({
  owner: z.string().min(1).max(70),
  iban: z.string(),
  bic: z.string(),
  bankname: z.string(),
  purpose: z.string().regex(/^TA \d{8,9}$/),
  girocode_url: z.url(),
});

const delivery = z.union([
  z.strictObject({
    type: z.literal("shipping"),
    shipped_at: text,
    shipped_by: text,
    tracking_code: text,
    invoice_number: text,
  }),
  z.strictObject({
    type: z.literal("collection"),
    store_id: text,
    scheduled_slot: z.strictObject({ start_date: text, end_date: text }).nullable(),
    code: z.string().regex(/^\d+$/).nullable(),
    delivered_at: text,
  }),
]);

const transactionRef = z.strictObject({
  object: z.literal("payment.transactions"),
  id: id("PCI"),
  trans_id: z.int(),
  transaction_hash: z.string().regex(/^[a-z]+\d+(_\d+)?$/),
  reference_id: z.string().optional(),
});

/** The Smart Transaction as answered (api.md 6). */
export const smartTransaction = z.strictObject({
  object: z.literal("smart.transactions"),
  id: id("STX"),
  merchant: z.strictObject({
    object: z.literal("general.merchants"),
    id: id("MRC"),
    companyname: z.string(),
  }),
  contract: ref("general.contracts", "GCR"),
  provider_contract: z.null(),
  customer: payer,
  shipping_address: payer,
  container: z
    .strictObject({
      object: z.literal("payment.containers"),
      id: id("PCT"),
      type: z.string(),
      token_status: z.null(),
    })
    .nullable(),
  created: dateTime,
  updated: dateTime.nullable(),
  status: z.enum(SMART_STATUSES),
  transactionRef: text,
  merchantRef: text,
  basket: z
    .strictObject({ products: z.array(item), type: z.enum(["default", "mixed"]), texts: z.array(z.string()) })
    .nullable(),
  basket_info: z.strictObject({ sum: cents, currency: z.string().length(3), gratuity: cents.optional() }),
  delivery_options: delivery.nullable(),
  trans_id: z.int().nullable(),
  payment_method: z.enum(METHODS).nullable(),
  payment_instructions: paymentInstructions.nullable(),
  iframe_url: z.url().nullable(),
  transactions: z.array(transactionRef),
  is_demo: z.boolean(),
  intent: z.enum(["sale", "order"]),
  application_context: z.strictObject({
    checkout_template: text,
    return_urls: z.strictObject({
      url_success: z.string().optional(),
      url_error: z.string().optional(),
      url_abort: z.string().optional(),
      url_push: z.string().optional(),
    }),
    language: z.enum(["de", "en"]),
    locks: z
      .strictObject({ customer: z.boolean().optional(), shipping_address: z.boolean().optional() })
      .optional(),
    shop_details: anyObject.optional(),
    iframe_opts: anyObject.optional(),
  }),
  payment_context: z.strictObject({
    auto_capture: z.boolean(),
    payment_methods: z.array(z.enum(METHODS)).nullable(),
    merchant_initiated: z.boolean(),
    accrual: z.boolean(),
    creditcard_schemes: z.array(z.string()),
    dynamic_descriptor: anyObject.optional(),
    container_instructions: anyObject.optional(),
    mit_instructions: anyObject.optional(),
  }),
  checkout_links: z.strictObject({ url_checkout: z.url() }).nullable(),
  payment_links: z.record(z.string(), z.url()).nullable(),
  communications: z.null(),
  subscription: z.null(),
  idents: z.null(),
  checkin: z.null(),
  store: z.null(),
  device_source: z.null(),
  device_destination: z.null(),
  receipt: z.null(),
  receipt_merchant: z.null(),
  receipt_merchant_print: z.null(),
  receipt_number: z.null(),
  tax_rate: z.null(),
  tax_amount: z.null(),
  cashier: z.null(),
  market: z.null(),
  product: z.null(),
  prepaid_sales: z.null(),
  last_visited_page: z.null(),
});

const statusFields = {
  status: z.int(),
  status_text: z.string().min(1),
  status_simple: z.int().min(0).max(16),
  status_simple_text: z.string().min(1),
};

/** Answer of checkStatus (api.md 13.2). */
export const checkStatus = z.strictObject({ ...statusFields, amount: cents, currency: z.string().length(3) });

/** The Payment Transaction as answered (api.md 12). */
export const paymentTransaction = z.strictObject({
  object: z.literal("payment.transactions"),
  id: id("PCI"),
  merchant: z.strictObject({ object: z.literal("general.merchants"), id: id("MRC") }).nullable(),
  store: z.null(),
  contract: ref("general.contracts", "GCR"),
  contract_id: z.int(),
  platform: z.null(),
  parents: z.array(
    z.strictObject({
      object: z.literal("payment.transactions"),
      id: id("PCI"),
      trans_id: z.int(),
      ref_type_id: z.int(),
    }),
  ),
  related_transactions: z.array(
    z.strictObject({
      object: z.literal("payment.transactions"),
      id: id("PCI"),
      hierarchy: z.enum(["child", "parent"]),
      trans_id: z.int(),
      ref_type_id: z.int(),
      ref_type_raw: z.null(),
    }),
  ),
  trans_id: z.int(),
  transaction_hash: z.string(),
  product_id: z.int().nullable(),
  product: z.string(),
  product_raw: z.string(),
  zahlungsmittel_id: z.int(),
  amount: cents,
  currency: z.string().length(3),
  created: dateTime,
  updated: dateTime,
  completion_date: dateTime.nullable(),
  payout_date: z.null(),
  load_date: z.null(),
  description: z.string(),
  description_raw: z.string(),
  status: statusFields.status,
  status_text: statusFields.status_text,
  details: z.strictObject({
    amount: cents,
    cleared: z.enum(["open", "cleared"]),
    ...statusFields,
    description: z.string(),
    description_raw: z.string(),
  }),
  customer: z.strictObject({
    companyname: text,
    salutation: text,
    title: text,
    forename: text,
    surname: text,
  }),
  payment_data: text,
  invoice_number: text,
  order_id: text,
  reference_id: text,
  accrual: z.boolean(),
  transmitted_to_bank: z.boolean(),
  subscription: z.null(),
  documents: z.array(z.strictObject({ url: z.url(), type: z.string(), document_type: z.string() })),
  basket: z.array(anyObject),
  tid: z.null(),
  store_name: z.null(),
  incoming_payment_date: dateTime.nullable(),
  incoming_payment_purpose: text,
  incoming_payment_iban: text,
  incoming_payment_bic: text,
  account_owner: text,
});

export const errorBody = z.strictObject({
  status: z.literal("error"),
  error: z.enum([
    "ProductNotAllowedException",
    "ProductNotFoundException",
    "ProductFormatException",
    "ProductDuplicateException",
    "ProductInternalException",
    "ProductBackendproviderException",
  ]),
  error_details: z.string(),
  error_user: z.string(),
  code: z.int(),
  supportId: z.string().regex(/^[0-9a-f]{32}$/),
});

const list = (of: z.ZodType) => z.strictObject({ count: z.int().min(0), data: z.array(of) });

/** Answer schemas by the names the routes use. */
export const ANSWERS: Record<string, z.ZodType> = {
  SmartTransaction: smartTransaction,
  SmartTransactionList: list(smartTransaction),
  PaymentTransaction: paymentTransaction,
  "PaymentTransaction[]": z.array(paymentTransaction),
  PaymentTransactionList: list(paymentTransaction),
  CheckStatus: checkStatus,
  PaymentInstructionsAnswer: z.strictObject({
    lang: z.enum(["de", "en"]),
    amount: z.string(),
    currency: z.string(),
    payment_instructions: paymentInstructions.omit({ girocode_url: true }),
  }),
  Customer: z.strictObject({
    object: z.literal("payment.customers"),
    id: id("PCU"),
    merchant: ref("general.merchants", "MRC"),
    contract: ref("general.contracts", "GCR"),
    contact,
    created: dateTime,
    updated: dateTime.nullable(),
  }),
  Container: z.strictObject({
    object: z.literal("payment.containers"),
    id: id("PCT"),
    type: z.string(),
    merchant: ref("general.merchants", "MRC"),
    contract: ref("general.contracts", "GCR"),
    customer: ref("payment.customers", "PCU").nullable(),
    private: anyObject,
    public: anyObject,
    mandate: z.null(),
    token_status: z.null(),
    created: dateTime,
  }),
  Upload: z.object({ object: z.literal("document.uploads"), id: id("DUP"), created: dateTime }),
  Result: z.strictObject({ result: z.boolean() }),
  "string[]": z.array(z.string()),
  Error: errorBody,
};
