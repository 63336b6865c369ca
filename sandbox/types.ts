export const METHODS = [
  "creditcard",
  "debit",
  "invoice",
  "prepaid",
  "paypal",
  "easycredit",
  "sofort",
  "giropay",
  "eps",
] as const;
/** Payment method as named by prepare/start and payment_links (api.md 9). */
export type Method = (typeof METHODS)[number];

export const SMART_STATUSES = [
  "created",
  "processing",
  "approved",
  "pending",
  "ok",
  "received",
  "collection",
  "shipped",
  "collected",
  "failed",
  "cancelled",
  "aborted",
] as const;
export type SmartStatus = (typeof SMART_STATUSES)[number];

/** Simple payment status (api.md 14.1). */
export type SimpleStatus = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16;

export interface Address {
  street: string | null;
  street_number: string | null;
  additional_address_data: string | null;
  postal_code: string | null;
  city: string | null;
  country: string | null;
}

/** Contact data in wire shape (api.md 6.3); dob as date-time at midnight. */
export interface Contact {
  name: string | null;
  forename: string | null;
  surname: string | null;
  companyname: string | null;
  salutation: string | null;
  gender: string | null;
  title: string | null;
  dob: string | null;
  url_website: string | null;
  birthplace: string | null;
  nationality: string | null;
  picture: string | null;
  email: string | null;
  phone: string | null;
  mobile: string | null;
  address: Address | null;
}

export interface Customer {
  id: string;
  contractId: string;
  contact: Contact;
  created: number;
  updated: number | null;
}

export type ItemType =
  | "article"
  | "shipping"
  | "donation"
  | "coupon"
  | "subscription"
  | "sub_transaction"
  | "stakeholder_payment";

/** Basket item in wire shape (api.md 7.1); money in cents. */
export interface BasketItem {
  id: number | null;
  parent: number | null;
  articleNumber: string | number | null;
  ean: string | null;
  desc: string | null;
  quantity: number | null;
  priceOne: number | null;
  tax: number | null;
  group: unknown[] | null;
  serialNumber: string | null;
  item_type: ItemType;
  reference_id: string | null;
  sum?: number;
  contract_id?: string;
  sub_basket?: BasketItem[];
  plan_id?: string;
  start_at?: string;
}

export interface Basket {
  products: BasketItem[];
  type: "default" | "mixed";
  texts: string[];
}

export interface ReturnUrls {
  url_success?: string;
  url_error?: string;
  url_abort?: string;
  url_push?: string;
}

export interface ApplicationContext {
  checkout_template: string | null;
  return_urls: ReturnUrls;
  language: "de" | "en";
  locks?: { customer?: boolean; shipping_address?: boolean };
  shop_details?: Record<string, unknown>;
  iframe_opts?: Record<string, unknown>;
}

export interface PaymentContext {
  auto_capture: boolean;
  payment_methods: Method[] | null;
  merchant_initiated: boolean;
  accrual: boolean;
  creditcard_schemes: readonly string[];
  dynamic_descriptor?: Record<string, unknown>;
  container_instructions?: Record<string, unknown>;
  mit_instructions?: Record<string, unknown>;
}

export interface ShippingDelivery {
  type: "shipping";
  shipped_at: string | null;
  shipped_by: string | null;
  tracking_code: string | null;
  invoice_number: string | null;
}

export interface CollectionDelivery {
  type: "collection";
  store_id: string | null;
  scheduled_slot: { start_date: string | null; end_date: string | null } | null;
  code: string | null;
  delivered_at: string | null;
}

export type Delivery = ShippingDelivery | CollectionDelivery;

/** Who caused a step of an object's history. */
export type Actor = "api" | "payer" | "operator" | "bank" | "sandbox";

export interface HistoryEntry {
  at: number;
  by: Actor;
  text: string;
}

/** An external authorisation (3-D Secure, PayPal …) the payer has not finished yet. */
export interface ExternalStep {
  method: Method;
  hosted: boolean;
  capture: boolean;
  successUrl: string | null;
  failureUrl: string | null;
}

export interface SmartTransaction {
  id: string;
  contractId: string;
  status: SmartStatus;
  created: number;
  updated: number | null;
  isDemo: boolean;
  intent: "sale" | "order";
  transactionRef: string | null;
  merchantRef: string | null;
  customerId: string | null;
  shippingAddressId: string | null;
  containerId: string | null;
  basket: Basket | null;
  basketInfo: { sum: number; currency: string; gratuity?: number };
  delivery: Delivery | null;
  applicationContext: ApplicationContext;
  paymentContext: PaymentContext;
  paymentMethod: Method | null;
  /** Original Payment Transaction first, then one per sub-basket. */
  paymentIds: string[];
  /** Attempts that were replaced by a later one. */
  formerPaymentIds: string[];
  instructions: { purpose: string } | null;
  external: ExternalStep | null;
  history: HistoryEntry[];
}

export interface PaymentLink {
  id: string;
  transId: number;
  refTypeId: number;
}

export interface ShippingNote {
  carrier: string | null;
  tracking_id: string | null;
  invoice_number: string | null;
  shipped_at: string | null;
  order_id: string | null;
}

export interface IncomingPayment {
  date: number;
  amount: number;
  purpose: string;
  iban: string;
  bic: string;
  owner: string;
}

export interface PaymentTransaction {
  id: string;
  smartId: string | null;
  contractId: string;
  transId: number;
  hash: string;
  method: Method | "refund";
  isDemo: boolean;
  /** Original amount in cents; negative for refunds. */
  amount: number;
  currency: string;
  /** Taken off before execution, in cents. */
  reduced: number;
  /** Sum of the matched transfers, in cents. */
  received: number;
  status: number;
  simple: SimpleStatus;
  created: number;
  updated: number;
  completed: number | null;
  due: number | null;
  description: string;
  customer: Pick<Contact, "companyname" | "salutation" | "title" | "forename" | "surname">;
  invoiceNumber: string | null;
  orderId: string | null;
  referenceId: string | null;
  accrual: boolean;
  parents: PaymentLink[];
  children: PaymentLink[];
  shippingNotes: ShippingNote[];
  incoming: IncomingPayment[];
  documents: string[];
  partialCancelUsed: boolean;
  containerId: string | null;
  pushUrl: string | null;
}

export interface Container {
  id: string;
  contractId: string;
  customerId: string | null;
  type: "bank_account" | "credit_card" | "paypal" | "googlepay" | "applepay";
  private: Record<string, string | null>;
  created: number;
  archived: boolean;
}

export interface UploadedDocument {
  id: string;
  contractId: string;
  name: string;
  mimeType: string;
  /** base64 */
  content: string;
  size: number;
  created: number;
}

export interface Contract {
  id: string;
  clientId: string;
  merchantId: string;
  companyname: string;
  /** Contract names as answered by getAvailablePaymentMethods (api.md 19). */
  methods: string[];
  mixedBaskets: boolean;
  invoicePaidStatus: boolean;
  background: { enabled: boolean; image_url: string | null };
}

/** A transfer the bank could not match to a payment (wrong purpose), or that has to go back. */
export interface OpenTransfer extends IncomingPayment {
  id: string;
  smartId: string | null;
  reason: "wrong_purpose" | "surplus" | "void";
}

export interface PushAttempt {
  at: number;
  ms: number;
  status: number | null;
  error: string | null;
}

export type PushState = "waiting" | "delivered" | "given_up" | "dropped";

export interface Push {
  id: string;
  url: string;
  created: number;
  paymentId: string;
  smartId: string | null;
  body: string;
  state: PushState;
  nextAt: number | null;
  attempts: PushAttempt[];
}

export interface Token {
  id: string;
  clientId: string;
  expires: number;
}

/** One HTTP exchange of the API, with the Authorization header masked. */
export interface LoggedRequest {
  id: number;
  at: number;
  ms: number;
  method: string;
  path: string;
  requestHeaders: Record<string, string>;
  requestBody: string;
  status: number;
  responseBody: string;
  smartId: string | null;
  fault: string | null;
}
