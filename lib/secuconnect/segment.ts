import { SecuconnectError } from "./errors";

/**
 * An id for use in a path or query. Ids also come from outside (a push), so one that cannot exist is answered like
 * one that does not (api.md 4.2) and never sent.
 */
export function segment(id: string): string {
  if (/^[0-9A-Za-z_]{1,80}$/.test(id)) return id;
  throw new SecuconnectError({
    kind: "http",
    message: "not an id of secuconnect",
    httpStatus: 404,
    code: 0,
    error: "ProductNotFoundException",
    retryable: false,
    mayHaveHappened: false,
  });
}
