/**
 * timeout: no answer in time. network: no connection, or it broke. http: an error answer.
 * format: an answer that is not what api.md says. auth: our credentials were refused.
 */
export type SecuconnectErrorKind = "timeout" | "network" | "http" | "format" | "auth";

type Facts = {
  kind: SecuconnectErrorKind;
  message: string;
  httpStatus?: number | null;
  code?: number | null;
  error?: string | null;
  supportId?: string | null;
  retryable: boolean;
  mayHaveHappened: boolean;
  cause?: unknown;
};

/** Every way in which a call to secuconnect can end without its result (api.md 4). */
export class SecuconnectError extends Error {
  override name = "SecuconnectError";
  readonly kind: SecuconnectErrorKind;
  readonly httpStatus: number | null;
  readonly code: number | null;
  /** The exception's name, e.g. ProductNotAllowedException (api.md 4.2). */
  readonly error: string | null;
  /** Quoted to secupay's help desk. */
  readonly supportId: string | null;
  /** The same call may succeed later. Does not mean that repeating it is safe: see mayHaveHappened. */
  readonly retryable: boolean;
  /** The call changes something and its outcome is unknown: look it up before sending it again (api.md 28.20). */
  readonly mayHaveHappened: boolean;

  constructor(facts: Facts) {
    super(facts.message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.kind = facts.kind;
    this.httpStatus = facts.httpStatus ?? null;
    this.code = facts.code ?? null;
    this.error = facts.error ?? null;
    this.supportId = facts.supportId ?? null;
    this.retryable = facts.retryable;
    this.mayHaveHappened = facts.mayHaveHappened;
  }
}

/**
 * Whether something caught is a SecuconnectError. By name: the bundler may give each entry of the shop its own copy of
 * this module, and the client of one is used by the others, so `instanceof` would not hold.
 */
export function isSecuconnectError(error: unknown): error is SecuconnectError {
  return error instanceof Error && error.name === "SecuconnectError";
}
