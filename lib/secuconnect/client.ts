import { customerOperations } from "./customers";
import { paymentOperations } from "./payments";
import { smartOperations } from "./smart";
import { createTransport } from "./transport";
import type {
  CallListener,
  CallOptions,
  CreateTransactionInput,
  Method,
  Payment,
  PaymentInstructions,
  PaymentStatus,
  PrepareInput,
  ShippingInformation,
  SmartTransaction,
  UpdateTransactionInput,
} from "./types";

export type SecuconnectOptions = {
  /** Scheme and host, without /api/v2 (api.md 2.1). */
  baseUrl: string;
  clientId: string;
  clientSecret: string;
  /** How long one call may take, its repetitions included; fetching a token has the same limit of its own. */
  timeoutMs: number;
  now: () => Date;
  /** 0 ≤ x < 1, spreads repetitions. */
  random: () => number;
  fetch?: typeof fetch | undefined;
  onCall?: CallListener | undefined;
};

/**
 * The part of secuconnect a shop uses. Amounts are integer cents. Each call rejects with SecuconnectError, or with
 * RangeError when the caller passed nonsense. Calls that change something are never repeated on their own:
 * `mayHaveHappened` of the error tells when to look first.
 */
export type SecuconnectClient = {
  /** POST Smart/Transactions (api.md 8.1): each call makes a new one. */
  createTransaction(input: CreateTransactionInput, options?: CallOptions): Promise<SmartTransaction>;
  /** api.md 8.2 */
  readTransaction(stxId: string, options?: CallOptions): Promise<SmartTransaction>;
  /** All with exactly this shop reference, newest first (api.md 5). A search index may lag behind a fresh create. */
  findTransactionsByMerchantRef(merchantRef: string, options?: CallOptions): Promise<SmartTransaction[]>;
  /** The way from a push to the transaction (api.md 5). Null when there is none. */
  findTransactionByPayment(pciId: string, options?: CallOptions): Promise<SmartTransaction | null>;
  /** PUT of all changeable fields; an approval is lost by it (api.md 8.3). */
  updateTransaction(
    stxId: string,
    input: UpdateTransactionInput,
    options?: CallOptions,
  ): Promise<SmartTransaction>;
  /** Authorises. A refusal is status "failed", not an error (api.md 8.4). */
  prepare(
    stxId: string,
    method: Method,
    input?: PrepareInput,
    options?: CallOptions,
  ): Promise<SmartTransaction>;
  /** Captures what was authorised (api.md 8.5), or with a method without prior authorisation (api.md 8.6). */
  start(stxId: string, method?: Method | null, options?: CallOptions): Promise<SmartTransaction>;
  /** Cancels in full (api.md 8.7). */
  cancelTransaction(stxId: string, options?: CallOptions): Promise<SmartTransaction>;
  /** api.md 8.8 */
  abortTransaction(stxId: string, options?: CallOptions): Promise<SmartTransaction>;
  /** Marks all goods of a collection as handed over, once; an invoice becomes due (setDelivery, api.md 8.9). */
  setCollected(
    stxId: string,
    input: { deliveredAt: Date; storeId?: string | undefined },
    options?: CallOptions,
  ): Promise<SmartTransaction>;
  /** api.md 13.1 */
  readPayment(pciId: string, options?: CallOptions): Promise<Payment>;
  /** Status and effective amount (api.md 13.2). */
  checkStatus(pciId: string, options?: CallOptions): Promise<PaymentStatus>;
  /** Marks the final delivery of an invoice payment: it becomes due (api.md 13.3). */
  capture(pciId: string, shipping: ShippingInformation, options?: CallOptions): Promise<Payment>;
  /** Cancels or refunds `reduceAmountBy` cents, or all that is left: original first, then the refund (api.md 13.4). */
  cancelPayment(
    pciId: string,
    input?: { reduceAmountBy?: number | undefined; reason?: string | undefined },
    options?: CallOptions,
  ): Promise<Payment[]>;
  /** A note for a part of the delivery; does not make anything due (api.md 13.5). */
  addShippingInformation(pciId: string, shipping: ShippingInformation, options?: CallOptions): Promise<void>;
  /** Transfer details, null when the payment has none (api.md 13.6). */
  paymentInstructions(pciId: string, options?: CallOptions): Promise<PaymentInstructions | null>;
  /** Methods of the contract by the names of `prepare`, each once; unknown ones are left out (api.md 19). */
  availablePaymentMethods(
    contractId: string,
    input: { currency: string; isDemo: boolean },
    options?: CallOptions,
  ): Promise<Method[]>;
  /** Deletes a Payment Customer (api.md 17); one that is not there is refused. */
  deleteCustomer(pcuId: string, options?: CallOptions): Promise<void>;
  /** Deletes a Payment Container, which needs a right of its own (api.md 18). */
  deleteContainer(pctId: string, options?: CallOptions): Promise<void>;
  /** Puts a Payment Container out of use (api.md 18). */
  archiveContainer(pctId: string, options?: CallOptions): Promise<void>;
  /** Stores a file, answers its id (api.md 20). */
  uploadDocument(content: Uint8Array, options?: CallOptions): Promise<{ id: string }>;
  /** Attaches an uploaded document to a payment, which is named by its hash here (api.md 20). */
  assignInvoice(
    input: { method: Method; hash: string; documentId: string; updateExisting: boolean },
    options?: CallOptions,
  ): Promise<void>;
};

/** A client with its own token. Nothing is sent before the first call. */
export function createSecuconnectClient(options: SecuconnectOptions): SecuconnectClient {
  const call = createTransport({
    baseUrl: options.baseUrl.replace(/\/+$/, ""),
    clientId: options.clientId,
    clientSecret: options.clientSecret,
    timeoutMs: options.timeoutMs,
    now: options.now,
    random: options.random,
    fetch: options.fetch,
    onCall: options.onCall,
  });
  return { ...smartOperations(call), ...paymentOperations(call), ...customerOperations(call) };
}
