import type { z } from "zod";
import { SecuconnectError } from "./errors";
import { formatError, httpError, networkError, timeoutError } from "./failures";
import { mask } from "./mask";
import type { CallListener, CallRecord } from "./types";
import type { JsonBody } from "./wire";

/** What every exchange needs of its surroundings. */
export type Surroundings = {
  baseUrl: string;
  fetch: typeof fetch | undefined;
  now: () => Date;
  onCall: CallListener | undefined;
};

export type Exchange = {
  method: CallRecord["method"];
  /** With the query, without the host. */
  path: string;
  token: string | null;
  body: JsonBody | undefined;
  timeoutMs: number;
  /** A lost answer leaves it unknown whether something was changed. */
  changes: boolean;
  onCall: CallListener | undefined;
};

type Answer = { status: number; body: unknown; isJson: boolean; length: number };

async function send(around: Surroundings, exchange: Exchange): Promise<Answer> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), exchange.timeoutMs);
  const headers: Record<string, string> = { Accept: "application/json" };
  if (exchange.token !== null) headers.Authorization = `Bearer ${exchange.token}`;
  if (exchange.body) headers["Content-Type"] = "application/json";
  try {
    const response = await (around.fetch ?? fetch)(`${around.baseUrl}${exchange.path}`, {
      method: exchange.method,
      headers,
      ...(exchange.body ? { body: JSON.stringify(exchange.body) } : {}),
      redirect: "manual",
      cache: "no-store",
      signal: abort.signal,
    });
    return readAnswer(response.status, await response.text());
  } catch (cause) {
    throw abort.signal.aborted
      ? timeoutError(exchange.timeoutMs, exchange.changes, cause)
      : networkError(cause, exchange.changes);
  } finally {
    clearTimeout(timer);
  }
}

/** Proxies and firewalls answer with pages of their own (api.md 4.1). */
function readAnswer(status: number, text: string): Answer {
  try {
    return { status, body: JSON.parse(text), isJson: true, length: text.length };
  } catch {
    return { status, body: null, isJson: false, length: text.length };
  }
}

function understand<T>(answer: Answer, schema: z.ZodType<T>, changes: boolean): T {
  if (answer.status < 200 || answer.status > 299) throw httpError(answer.status, answer.body, changes);
  if (!answer.isJson)
    throw formatError(answer.status, `${answer.length} characters that are not JSON`, changes);
  const parsed = schema.safeParse(answer.body);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map((issue) => issue.path.join(".") || "the whole body");
  throw formatError(answer.status, `unexpected fields: ${places.join(", ")}`, changes);
}

/** One request and its answer, parsed; recorded whatever comes of it. Throws SecuconnectError. */
export async function runExchange<T>(
  around: Surroundings,
  exchange: Exchange,
  schema: z.ZodType<T>,
): Promise<T> {
  const at = around.now();
  const begun = performance.now();
  let answer: Answer | null = null;
  const record = (error: SecuconnectError | null) => {
    const seen: CallRecord = {
      method: exchange.method,
      path: exchange.path,
      status: answer?.status ?? null,
      durationMs: Math.round(performance.now() - begun),
      supportId: error?.supportId ?? null,
      request: exchange.body ? mask(exchange.body) : null,
      response:
        answer === null ? null : answer.isJson ? mask(answer.body) : `${answer.length} characters, not JSON`,
      error: error?.message ?? null,
      at,
    };
    around.onCall?.(seen);
    exchange.onCall?.(seen);
  };
  try {
    answer = await send(around, exchange);
    const result = understand(answer, schema, exchange.changes);
    record(null);
    return result;
  } catch (error) {
    if (error instanceof SecuconnectError) record(error);
    throw error;
  }
}
