/**
 * Every point that the API documents leave open and that the sandbox had to decide (api.md 29).
 * One place, so that a choice can be corrected once the true behaviour is known.
 */
export interface Choice<T> {
  value: T;
  /** The section of api.md that leaves the point open. */
  section: string;
  why: string;
}

function choose<T>(value: T, section: string, why: string): Choice<T> {
  return { value, section, why };
}

export const CHOICES = {
  tokenLifetimeSeconds: choose(1200, "3.1", "the documented expires_in; counted on the sandbox's clock"),
  tokensInParallel: choose(true, "3.3", "a second token does not end the first one"),
  caseInsensitivePaths: choose(true, "2.1", "the documents spell the same action in several ways"),
  phpJson: choose(true, "2.3", "slashes and non-ASCII are escaped as recorded; any JSON parser reads it"),
  maxBodyBytes: choose(1_000_000, "30", "no limit is documented; 1 MB is far above any real basket"),
  maxUploadBytes: choose(15_000_000, "20", "documents may be larger than other payloads"),
  maxNesting: choose(32, "30", "real bodies are at most 8 levels deep"),
  maxBasketItems: choose(500, "30", "no limit is documented; a bound keeps mistakes visible"),
  maxAmount: choose(99_999_999_999, "16.3", "the largest amount an EPC code can carry, in cents"),
  pageSize: choose(20, "5", "the recorded default page of a list"),
  maxPageSize: choose(1000, "5", "no limit is documented"),
  dueDays: choose(
    14,
    "9.1",
    "days from the marked shipment until an invoice is due; contract matter in reality",
  ),
  prepaidWaitingSimpleStatus: choose<2 | 10>(
    10,
    "27 no. 8",
    "10 by the later description; 2 in a sample of 2021",
  ),
  demoAcceptedDetailedStatus: choose<6 | 11>(6, "14.2", "11 was seen only in data of 2014"),
  invoicePaidStatus: choose(
    false,
    "14.1",
    "simple status 9 needs a special contract setting, off by default",
  ),
  linksOpenIn: choose(["created", "approved", "failed"], "11.1", "states in which payment_links are filled"),
  orderPaymentLinks: choose(
    false,
    "11.1",
    "intent order is paid through checkout_links; payment_links is null",
  ),
  instructionsStay: choose(true, "16.1", "transfer details stay filled after payment or cancellation"),
  prepareFrom: choose(
    ["created", "processing", "approved", "failed"],
    "8.4",
    "a new attempt replaces the former",
  ),
  cancelFrom: choose(
    ["created", "approved", "pending", "ok", "received", "collection"],
    "8.7",
    "states in which a Smart Transaction can be cancelled",
  ),
  abortFrom: choose(["created", "processing", "approved"], "8.8", "nothing is captured yet"),
  updateFrom: choose(["created", "processing", "approved", "failed"], "8.3", "until the payment is started"),
  deliverFrom: choose(
    ["ok", "received", "shipped", "collection"],
    "8.9",
    "goods leave only after the payment was accepted",
  ),
  startTwice: choose("same object", "29", "a second start answers the captured object, no second capture"),
  payerCancels: choose(
    "created on the hosted page, failed with callback_urls",
    "8.4",
    "on the hosted page another method can be picked; a custom checkout hears of it by failed",
  ),
  refundsAreInstant: choose(true, "14.3", "the bank run that pays out a refund happens at once"),
  openInvoiceReduction: choose(
    "lowered without refund object",
    "13.4",
    "the buyer has not paid yet, so there is nothing to give back",
  ),
  surplusMoney: choose(
    "recorded, not refunded",
    "9.2",
    "too much or a second transfer: an operator clears it up",
  ),
  partialMoney: choose(
    "stays pending until the sum is reached",
    "9.2",
    "partial payments are not documented",
  ),
  lateMoney: choose(
    "accepted while pending; recorded for return when the payment is void",
    "9.2",
    "what happens to unpaid prepayments is not documented",
  ),
  pushRetryMinutes: choose(
    [1, 2, 5, 15, 30, 60],
    "15.4",
    "waiting times between attempts; after the last one hourly; divided by the speed factor",
  ),
  pushGiveUpHours: choose(24, "15.4", "the current page; an older guide says 48"),
  pushTimeoutSeconds: choose(30, "15.4", "no answer in this time counts as failed; not scaled"),
  pushOnReduction: choose(true, "15.3", "a lowered amount is announced like a partial refund"),
  debitNeedsContainer: choose(true, "9", "a direct debit without IBAN cannot be authorised"),
  scoringDeniedSurname: choose("Ablehnung", "25", "payer's surname: invoice and debit are refused"),
  checkPendingSurname: choose("Pruefung", "25", "payer's surname: debit stays pending until checked"),
  cardDeclinedSuffix: choose("0002", "25", "card number's end: declined"),
  cardChallengeSuffix: choose("3220", "25", "card number's end: 3-D Secure page"),
  forcedCaptureMethods: choose(["sofort", "giropay", "eps"], "9", "captured even when auto_capture is false"),
  currencies: choose(["EUR"], "19", "currencies of the contract"),
  cardSchemes: choose(["mastercard", "visa", "american express"], "6.5", "schemes of the contract"),
  simpleStatusText: choose(
    {
      0: "proceed",
      1: "accepted",
      2: "authorized",
      3: "denied",
      4: "issue",
      5: "void",
      6: "issue resolved",
      7: "refund",
      8: "created",
      9: "paid",
      10: "pending",
      11: "subscription approved",
      12: "subscription declined",
      13: "on hold",
      14: "waiting for shipment",
      15: "container authorised",
      16: "container denied",
    },
    "14.1",
    "only accepted, authorized, issue and subscription approved were seen",
  ),
  transferAccount: choose(
    {
      owner: "secupay AG Sandbox",
      iban: "DE90999999990000004711",
      bic: "TESTDEFFXXX",
      bankname: "Beispielbank (Simulation)",
    },
    "29",
    "check digits are right, the bank code does not exist: no money can arrive",
  ),
} as const satisfies Record<string, Choice<unknown>>;

/** The exception names of api.md 4.2 the sandbox answers with. */
export type ExceptionName =
  | "ProductNotAllowedException"
  | "ProductNotFoundException"
  | "ProductFormatException"
  | "ProductDuplicateException"
  | "ProductInternalException"
  | "ProductBackendproviderException";

export interface RefusalKind {
  http: number;
  exception: ExceptionName;
  code: number;
  details: string;
  /** false: code or HTTP status are the sandbox's choice (api.md 4.4, SIM). */
  documented: boolean;
}

function kind(
  http: number,
  exception: ExceptionName,
  code: number,
  details: string,
  documented = false,
): RefusalKind {
  return { http, exception, code, details, documented };
}

const notAllowed = (code: number, details: string, documented = false) =>
  kind(403, "ProductNotAllowedException", code, details, documented);
const badFormat = (code: number, details: string) => kind(400, "ProductFormatException", code, details);
const notFound = (details: string) => kind(404, "ProductNotFoundException", 0, details, true);

/** The error table of api.md 4.4: every refusal the API can give, by situation. */
export const REFUSALS = {
  tokenRequired: notAllowed(2003, "Valid auth token required", true),
  unknownId: notFound("Unknown id"),
  unknownEndpoint: notFound("Unknown endpoint"),
  unknownMethod: kind(404, "ProductNotFoundException", 0, "Unknown payment method"),
  foreignObject: notAllowed(2004, "The object belongs to another merchant"),
  contractNotYours: notAllowed(2004, "The contract is missing, unknown or not yours"),
  noPayload: badFormat(3001, "No payload or payload is not JSON"),
  payloadTooLarge: kind(413, "ProductFormatException", 3001, "The payload is too large"),
  sumMismatch: badFormat(3002, "basket_info.sum differs from the basket"),
  customerIncomplete: badFormat(3003, "Customer data are missing"),
  badReason: badFormat(3004, "reason: at most 100 characters of A-Z a-z 0-9 . , + - : ? ( ) / ' and blank"),
  badField: badFormat(3005, "The payload has wrong values"),
  badQuery: badFormat(3006, "The query cannot be understood"),
  containerMissing: badFormat(3007, "A means of payment is missing or wrong"),
  captureState: notAllowed(1003, "The payment cannot be captured in its present status", true),
  containerFailed: kind(
    403,
    "ProductNotAllowedException",
    1004,
    "Such a container can only be made by prepare",
  ),
  mixedNotEnabled: notAllowed(4028, "Mixed baskets are not enabled for this contract", true),
  methodNotContracted: notAllowed(4010, "The payment method is not available for this contract"),
  notApproved: notAllowed(4011, "The transaction is not authorised"),
  alreadyStarted: notAllowed(4012, "The payment was started, the transaction cannot be changed any more"),
  cancelTooMuch: notAllowed(4013, "The amount cannot be cancelled"),
  wrongState: notAllowed(4014, "Not possible in the present status"),
  loyaltyUnavailable: notAllowed(
    4015,
    "No loyalty card was given or loyalty is not available for this contract",
  ),
  duplicateContainer: kind(409, "ProductDuplicateException", 4016, "The container exists already"),
  internal: kind(500, "ProductInternalException", 1001, "Internal error"),
} as const satisfies Record<string, RefusalKind>;
