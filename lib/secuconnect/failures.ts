import { SecuconnectError } from "./errors";
import { maskText } from "./mask";
import { errorBody } from "./schemas";

// `changes`: the call changes something, so that a lost answer leaves its outcome unknown.

/** Connection failures that happen before anything is sent. */
const neverSent = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** The connection failed or broke. */
export function networkError(cause: unknown, changes: boolean): SecuconnectError {
  const reason = cause instanceof Error ? cause.cause : undefined;
  const code =
    typeof reason === "object" && reason !== null && "code" in reason ? String(reason.code) : "no answer";
  return new SecuconnectError({
    kind: "network",
    message: `secuconnect cannot be reached: ${code}`,
    retryable: true,
    mayHaveHappened: changes && !neverSent.has(code),
    cause,
  });
}

/** An answer with an error status (api.md 4). */
export function httpError(status: number, body: unknown, changes: boolean): SecuconnectError {
  const parsed = errorBody.safeParse(body);
  const seen = parsed.success ? parsed.data : { error: null, details: null, code: null, supportId: null };
  const text = [
    `secuconnect answered ${status}`,
    seen.error,
    seen.code,
    seen.details && maskText(seen.details),
  ];
  return new SecuconnectError({
    kind: "http",
    message: text.filter((part) => part !== null && part !== "").join(" "),
    httpStatus: status,
    code: seen.code,
    error: seen.error,
    supportId: seen.supportId,
    retryable: status >= 500 || status === 408 || status === 429,
    mayHaveHappened: changes && status >= 500,
  });
}

/** An answer other than api.md says. */
export function formatError(status: number, message: string, changes: boolean): SecuconnectError {
  return new SecuconnectError({
    kind: "format",
    message: `secuconnect answered ${status} with ${message}`,
    httpStatus: status,
    retryable: true,
    mayHaveHappened: changes,
  });
}

/** No complete answer in time. */
export function timeoutError(timeoutMs: number, changes: boolean, cause: unknown): SecuconnectError {
  return new SecuconnectError({
    kind: "timeout",
    message: `no answer of secuconnect within ${Math.round(timeoutMs)} ms`,
    retryable: true,
    mayHaveHappened: changes,
    cause,
  });
}
