/** Payment methods by the names of prepare, start and payment_links (api.md 9). */
export const methods = [
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
export type Method = (typeof methods)[number];

/** Hosted pages: one per method, and `general` with the selection (api.md 11.1). */
export type PaymentLinks = Partial<Record<Method | "general", string>>;

/** The payer or the recipient of the goods (api.md 6.3). */
export type Contact = {
  forename: string;
  surname: string;
  company?: string | undefined;
  email?: string | undefined;
  phone?: string | undefined;
  street: string;
  streetNumber?: string | undefined;
  addition?: string | undefined;
  postalCode: string;
  city: string;
  country: string;
};

/** One basket line. `unitPrice` is gross integer cents, positive for coupons too: they subtract (api.md 7.2). */
export type BasketItem = {
  type: "article" | "shipping" | "coupon" | "donation";
  name: string;
  sku: string | null;
  quantity: number;
  unitPrice: number;
  vatPercent: number;
};

/** The agreement that the buyer fetches the goods from this store (api.md 6.6). */
export type Collection = { type: "collection"; storeId: string };

/** What may still change until the payment starts (api.md 8.3). `amount` in cents is the total of `basket`. */
export type UpdateTransactionInput = {
  merchantRef: string;
  transactionRef: string;
  amount: number;
  currency: string;
  /** By id a Payment Customer that exists already (api.md 17). */
  customer: Contact | { id: string } | null;
  shippingAddress: Contact | null;
  basket: readonly BasketItem[];
  /** Belongs to intent "order"; left out, the goods are sent. */
  delivery?: Collection | undefined;
};

/** A new Smart Transaction (api.md 6 and 8.1). Its shop reference is what a lost answer is looked up by. */
export type CreateTransactionInput = UpdateTransactionInput & {
  contractId: string;
  /** false moves real money and can never be changed later (api.md 28.13). */
  isDemo: boolean;
  intent: "sale" | "order";
  /** false only authorises: the shop then has to call start (api.md 28.12). */
  autoCapture: boolean;
  language: "de" | "en";
  returnUrls: { success: string; error: string; abort: string; push: string };
  /** Restricts the hosted page to these; left out: all of the contract. */
  paymentMethods?: readonly Method[] | undefined;
  /** Keeps the buyer from changing these on the hosted page. */
  locks?: { customer: boolean; shippingAddress: boolean } | undefined;
  checkoutTemplate?: string | undefined;
};

/** What prepare and start may need besides the method (api.md 8.4). */
export type PrepareInput = {
  customer?: Contact | undefined;
  /** By id a Payment Container that exists already (api.md 18). */
  bankAccount?: { owner: string; iban: string } | { id: string } | undefined;
  callbackUrls?: { success: string; failure: string } | undefined;
};

/** Where the buyer transfers the money to, per transaction (api.md 16.1). `bic` and `bankname` may be empty. */
export type PaymentInstructions = {
  owner: string;
  iban: string;
  bic: string;
  bankname: string;
  purpose: string;
  girocodeUrl: string | null;
};

/** `code` is the pick-up code of a collection: assigned at start, unique per store (api.md 6.6). */
export type DeliveryOptions = {
  type: string;
  storeId: string | null;
  code: string | null;
  deliveredAt: string | null;
  shippedAt: string | null;
  shippedBy: string | null;
  trackingCode: string | null;
  invoiceNumber: string | null;
};

/** The business transaction (api.md 6). `status` may hold values unknown today: then do not deliver, look again. */
export type SmartTransaction = {
  id: string;
  status: string;
  amount: number;
  currency: string;
  merchantRef: string | null;
  transactionRef: string | null;
  paymentMethod: string | null;
  isDemo: boolean;
  intent: string | null;
  /** The Payment Customer that was made of the buyer's data, or was given (api.md 6.3). */
  customerId: string | null;
  /** The Payment Container that is used, e.g. the bank account given to prepare (api.md 8.4). */
  containerId: string | null;
  /** The original Payment Transaction first; after another attempt it is a different one (api.md 1). */
  transactions: { id: string; transId: string | null; hash: string | null }[];
  transId: string | null;
  paymentInstructions: PaymentInstructions | null;
  /** null once paid (api.md 11.1). */
  paymentLinks: PaymentLinks | null;
  checkoutUrl: string | null;
  /** Set while an external step is open; despite its name for the full window (api.md 11.4). */
  iframeUrl: string | null;
  deliveryOptions: DeliveryOptions | null;
};

/** The money side (api.md 12). Decide by `simple` (api.md 14.1); `status` and the texts are for display. */
export type Payment = {
  id: string;
  simple: number;
  simpleText: string | null;
  status: number;
  statusText: string | null;
  /** The original amount in cents, negative for refunds; the effective one comes from checkStatus. */
  amount: number;
  currency: string;
  transId: string | null;
  hash: string | null;
  cleared: string | null;
  incomingPaymentDate: string | null;
  related: RelatedPayment[];
  invoiceNumber: string | null;
  orderId: string | null;
  accrual: boolean;
};

/** `hierarchy` as seen from the object that lists it; refunds have refTypeId 19 (api.md 12). */
export type RelatedPayment = {
  id: string;
  hierarchy: string | null;
  refTypeId: number | null;
  transId: string | null;
};

/** The answer of checkStatus: `amount` is what is left in cents after cancels and refunds (api.md 13.2). */
export type PaymentStatus = { simple: number; status: number; amount: number; currency: string };

/** What goes with the final delivery (api.md 13.3); without a date it counts as now. */
export type ShippingInformation = {
  carrier: string;
  trackingId: string;
  invoiceNumber: string;
  orderId?: string | undefined;
  shippedAt?: Date | undefined;
};

/** One HTTP exchange for an order's history or a log: secrets and personal data are masked. */
export type CallRecord = {
  method: "GET" | "POST" | "PUT" | "DELETE";
  path: string;
  /** null when no answer came. */
  status: number | null;
  durationMs: number;
  supportId: string | null;
  request: unknown;
  response: unknown;
  error: string | null;
  at: Date;
};

export type CallListener = (record: CallRecord) => void;
/** `onCall` hears of every exchange of this one call, repetitions included. */
export type CallOptions = { onCall?: CallListener | undefined };
