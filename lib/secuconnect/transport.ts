import { setTimeout as sleep } from "node:timers/promises";
import type { z } from "zod";
import { SecuconnectError } from "./errors";
import { type Exchange, runExchange, type Surroundings } from "./exchange";
import { token as tokenAnswer } from "./schemas";
import { createTokenSource } from "./token";
import type { CallOptions } from "./types";
import type { JsonBody } from "./wire";

export type TransportOptions = Surroundings & {
  clientId: string;
  clientSecret: string;
  timeoutMs: number;
  random: () => number;
};

/** `reads` marks a POST that changes nothing: like a GET it may be repeated. */
export type ApiRequest = {
  method: Exchange["method"];
  path: string;
  body?: JsonBody | undefined;
  reads?: boolean;
  options?: CallOptions | undefined;
};

/** Sends one request of the API below /api/v2 and parses the answer. Throws SecuconnectError. */
export type Call = <T>(request: ApiRequest, schema: z.ZodType<T>) => Promise<T>;

const maxRepetitions = 2;
const firstPauseMs = 150;

/** 401, and 403 with code 2003, mean that the token is missing, wrong or expired (api.md 3.3). */
function isTokenRefused(error: unknown): error is SecuconnectError {
  if (!(error instanceof SecuconnectError)) return false;
  return error.httpStatus === 401 || (error.httpStatus === 403 && error.code === 2003);
}

function authError(cause: SecuconnectError): SecuconnectError {
  return new SecuconnectError({
    kind: "auth",
    message: cause.message,
    httpStatus: cause.httpStatus,
    code: cause.code,
    error: cause.error,
    supportId: cause.supportId,
    retryable: false,
    mayHaveHappened: false,
    cause,
  });
}

/**
 * Token, time limit and repetition around single exchanges. What only reads is repeated up to twice, with jitter,
 * as long as the time limit allows; what changes something is sent once, and again only after a refused token.
 */
export function createTransport(options: TransportOptions): Call {
  async function repeated<T>(exchange: Omit<Exchange, "timeoutMs">, schema: z.ZodType<T>): Promise<T> {
    const end = performance.now() + options.timeoutMs;
    for (let done = 0; ; done++) {
      const timeoutMs = Math.max(1, end - performance.now());
      try {
        return await runExchange(options, { ...exchange, timeoutMs }, schema);
      } catch (error) {
        if (exchange.changes || done === maxRepetitions) throw error;
        if (!(error instanceof SecuconnectError && error.retryable)) throw error;
        const pause = firstPauseMs * 2 ** done * (0.5 + options.random());
        if (performance.now() + pause >= end) throw error;
        await sleep(pause);
      }
    }
  }

  const tokens = createTokenSource(async () => {
    const body = {
      grant_type: "client_credentials",
      client_id: options.clientId,
      client_secret: options.clientSecret,
    };
    const request = { method: "POST", path: "/oauth/token", token: null, body } as const;
    try {
      return await repeated({ ...request, changes: false, onCall: undefined }, tokenAnswer);
    } catch (error) {
      const refused = error instanceof SecuconnectError && error.kind === "http" && !error.retryable;
      throw refused ? authError(error) : error;
    }
  }, options.now);

  return async (request, schema) => {
    const exchange = {
      method: request.method,
      path: `/api/v2${request.path}`,
      body: request.body,
      changes: request.method !== "GET" && request.reads !== true,
      onCall: request.options?.onCall,
    };
    const first = await tokens.current();
    try {
      return await repeated({ ...exchange, token: first }, schema);
    } catch (error) {
      if (!isTokenRefused(error)) throw error;
    }
    const second = await tokens.renewed(first);
    try {
      return await repeated({ ...exchange, token: second }, schema);
    } catch (error) {
      throw isTokenRefused(error) ? authError(error) : error;
    }
  };
}
