import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Context } from "hono";
import type { SandboxContext } from "../context";
import type { Fault } from "../faults";
import { refuse } from "../refusals";
import { type Answer, refusalAnswer } from "./answer";
import { readPayload } from "./body";
import type { createHandler } from "./handler";
import { spoil } from "./spoil";

/** What the HTTP server passes along with a request; missing when the app is called directly. */
interface Bindings {
  outgoing?: { statusMessage?: string; destroy?: () => void };
}

const API_PREFIX = /^\/api\/v2/i;

/** One call of /api/v2 with faults, log and stored state. */
export async function exchange(ctx: SandboxContext, handler: ReturnType<typeof createHandler>, c: Context) {
  const request = c.req.raw;
  const url = new URL(request.url);
  const path = url.pathname.replace(API_PREFIX, "");
  const begun = performance.now();
  const faults = ctx.faults.take(`${request.method} ${url.pathname}`);
  const has = (kind: Fault["kind"]) => faults.some((fault) => fault.kind === kind);
  const payload = await readPayload(request);
  for (const fault of faults) if (fault.kind === "latency") await wait(fault.ms, request.signal);

  let answer: Answer;
  if (has("cut_before")) answer = CUT;
  else if (has("500")) answer = refusalAnswer(ctx.ids, refuse("internal").reason);
  else if (has("502")) answer = BAD_GATEWAY;
  else {
    answer = handler({
      request,
      path,
      query: url.searchParams,
      payload,
      stale: has("stale"),
      tokenExpired: has("token_expired"),
    });
    ctx.store.commit();
    answer = spoil(answer, faults);
    if (has("cut_after")) answer = { ...CUT, body: answer.body };
  }
  ctx.requests.add({
    at: ctx.clock.now(),
    ms: Math.round((performance.now() - begun) * 10) / 10,
    method: request.method,
    path: `${url.pathname}${url.search}`,
    requestHeaders: maskedHeaders(request.headers),
    requestBody: (payload.ok ? payload.value.text : "").slice(0, LOGGED_CHARS),
    status: answer.status,
    responseBody: typeof answer.body === "string" ? answer.body.slice(0, LOGGED_CHARS) : "(binary)",
    smartId: concernedSmart(ctx, path, answer),
    fault: faults.length > 0 ? faults.map((fault) => fault.kind).join(", ") : null,
  });
  return send(c, answer);
}

const LOGGED_CHARS = 8000;
const CUT: Answer = { status: 0, headers: {}, body: "" };
const BAD_GATEWAY: Answer = {
  status: 502,
  headers: { "Content-Type": "text/html" },
  body: "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>",
};

/** Turns an answer into a response; status 0 cuts the connection. */
export function send(c: Context, answer: Answer): Response {
  const { outgoing } = (c.env ?? {}) as Bindings;
  if (answer.status === 0) {
    if (!outgoing?.destroy) return new Response(null, { status: 502 });
    outgoing.destroy();
    return RESPONSE_ALREADY_SENT;
  }
  if (answer.reason && outgoing) outgoing.statusMessage = answer.reason;
  return new Response(answer.body, { status: answer.status, headers: answer.headers });
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timeout = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timeout);
      resolve();
    });
  });
}

function maskedHeaders(headers: Headers): Record<string, string> {
  const shown: Record<string, string> = {};
  headers.forEach((value, name) => {
    shown[name] = name === "authorization" ? `${value.slice(0, 11)}…` : value;
  });
  return shown;
}

/** The Smart Transaction a call is about: named in the path, by its payment, or just made. */
function concernedSmart(ctx: SandboxContext, path: string, answer: Answer): string | null {
  const named = /STX_[0-9A-Z]{30}/i.exec(path)?.[0];
  if (named) return named;
  const payment = path.split("/")[3] ?? "";
  const found = ctx.store.payments.get(payment) ?? ctx.store.paymentByHash(payment);
  if (found) return found.smartId;
  const made =
    typeof answer.body === "string"
      ? /^\{"object":"smart\.transactions","id":"(STX_\w{30})"/.exec(answer.body)
      : null;
  return made?.[1] ?? null;
}
