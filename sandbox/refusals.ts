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
  provider: kind(502, "ProductBackendproviderException", 1001, "A provider did not answer as expected"),
} as const satisfies Record<string, RefusalKind>;

export type RefusalName = keyof typeof REFUSALS;

/** An expected refusal: which situation, and details for the developer where the standard text is too general. */
export interface Refusal {
  name: RefusalName;
  details: string;
}

export type Result<T> = { ok: true; value: T } | { ok: false; reason: Refusal };

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function refuse(name: RefusalName, details?: string): { ok: false; reason: Refusal } {
  return { ok: false, reason: { name, details: details ?? REFUSALS[name].details } };
}
