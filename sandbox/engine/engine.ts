import type { Result } from "../refusals";
import type {
  Actor,
  Contract,
  Customer,
  Method,
  OpenTransfer,
  PaymentTransaction,
  SmartTransaction,
} from "../types";

export type TransferKind = "exact" | "too_little" | "too_much" | "twice" | "wrong_purpose" | "late";
export type ExternalOutcome = "pay" | "fail" | "cancel";

/** Contact data as a caller or the hosted page's form gives them; see `parseContact` for the checks. */
export type ContactInput = Record<string, unknown>;

export interface ContainerInput {
  id?: string;
  type?: string;
  private?: Record<string, unknown>;
}

/** Body of prepare and start (api.md 8.4); `hosted` when the payer acts on the sandbox's own page. */
export interface PrepareInput {
  customer?: { id?: string; contact?: ContactInput };
  container?: ContainerInput;
  callback_urls?: { success_url?: string; failure_url?: string };
  hosted?: boolean;
  by?: Actor;
}

export interface CancelInput {
  /** Cents to take off; left out: everything that is left. */
  reduce_amount_by?: number;
  reason?: string;
  by?: Actor;
}

export interface ExternalEnd {
  smart: SmartTransaction;
  /** Where the browser goes now: callback URL or return URL; null when the shop gave none. */
  redirect: string | null;
}

/**
 * All that can happen to a payment. API routes, hosted pages and the operator's console go through these
 * operations and change nothing by themselves. Money is in cents; refusals are values.
 */
export interface Engine {
  // Smart Transactions (api.md 8)
  createSmart(clientId: string, body: unknown): Result<SmartTransaction>;
  updateSmart(smartId: string, body: unknown): Result<SmartTransaction>;
  prepare(smartId: string, method: string, input: PrepareInput): Result<SmartTransaction>;
  start(smartId: string, by?: Actor): Result<SmartTransaction>;
  startMethod(smartId: string, method: string, input: PrepareInput): Result<SmartTransaction>;
  cancelSmart(smartId: string, by?: Actor): Result<SmartTransaction>;
  abortSmart(smartId: string, by?: Actor): Result<SmartTransaction>;
  setDelivery(smartId: string, delivery: unknown): Result<SmartTransaction>;
  completeExternal(smartId: string, outcome: ExternalOutcome): Result<ExternalEnd>;
  /** The hosted page stores data it asked for; respects `locks` (api.md 6.4). */
  setCustomer(smartId: string, contact: ContactInput, by?: Actor): Result<SmartTransaction>;

  // Payment Transactions (api.md 13)
  capturePayment(paymentId: string, body: unknown): Result<PaymentTransaction>;
  cancelPayment(paymentId: string, input: CancelInput): Result<PaymentTransaction[]>;
  addShippingNote(paymentId: string, body: unknown): Result<PaymentTransaction>;
  revokeAccrual(paymentId: string): Result<PaymentTransaction>;
  increaseAmount(paymentId: string, body: unknown): Result<PaymentTransaction>;
  changeStatus(paymentId: string, detailedStatus: number): Result<PaymentTransaction>;

  // The operator's hand (api.md 29)
  transfer(smartId: string, kind: TransferKind, amount?: number): Result<SmartTransaction>;
  assignTransfer(transferId: string, smartId: string): Result<SmartTransaction>;
  chargeBack(smartId: string): Result<SmartTransaction>;
  issueResolved(smartId: string): Result<SmartTransaction>;
  invoicePaid(smartId: string): Result<SmartTransaction>;
  refundAtPsp(smartId: string, amount?: number): Result<SmartTransaction>;
  decideCheck(smartId: string, result: "approve" | "deny"): Result<SmartTransaction>;

  // Reading
  smart(smartId: string): SmartTransaction | undefined;
  contract(contractId: string): Contract | undefined;
  customerOf(smart: SmartTransaction): Customer | undefined;
  shippingAddressOf(smart: SmartTransaction): Customer | undefined;
  /** Original payment first, then sub-transactions. */
  paymentsOf(smart: SmartTransaction): PaymentTransaction[];
  /** Refunds and replaced attempts as well, oldest first. */
  allPaymentsOf(smart: SmartTransaction): PaymentTransaction[];
  openTransfers(): OpenTransfer[];
  /** Methods the hosted page offers: contract, currency and payment_context.payment_methods (api.md 6.5). */
  methodsFor(smart: SmartTransaction): Method[];
  /** Contact fields still missing for a method, e.g. `surname`, `address.city` (api.md 6.3). */
  missingCustomerFields(smart: SmartTransaction, method: Method): string[];
  /** Will the final button capture (`true`) or only authorise (api.md 11.2)? */
  captures(smart: SmartTransaction, method: Method): boolean;
  /** Are the pay links still open (api.md 11.1)? */
  linksOpen(smart: SmartTransaction): boolean;
  /** Effective amount in cents (api.md 13.2). */
  effectiveAmount(payment: PaymentTransaction): number;
  /** Cents still to be transferred for a waiting prepayment or an open invoice. */
  openAmount(smart: SmartTransaction): number;
  /** Transfer details with girocode_url (api.md 16.1); null when there are none. */
  instructions(smart: SmartTransaction): PaymentInstructions | null;
  /** EPC069-12 text of the transfer (api.md 16.3); null when there is nothing to transfer or not in euro. */
  epcPayload(smart: SmartTransaction): string | null;
  /** The documented wire objects. */
  renderSmart(smart: SmartTransaction): Record<string, unknown>;
  renderPayment(payment: PaymentTransaction): Record<string, unknown>;
}

export interface PaymentInstructions {
  owner: string;
  iban: string;
  bic: string;
  bankname: string;
  purpose: string;
  girocode_url: string;
}
