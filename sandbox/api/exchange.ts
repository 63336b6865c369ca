import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Context } from "hono";
import type { SandboxContext } from "../context";
import type { Fault } from "../faults";
import { type Result, refuse } from "../refusals";
import { type Answer, refusalAnswer } from "./answer";
import { type Payload, readPayload } from "./body";
import { spoil } from "./spoil";

/** What the HTTP server passes along with a request; missing when the app is called directly. */
interface Bindings {
  outgoing?: { statusMessage?: string; destroy?: () => void };
}

/** How one call is to misbehave. */
export interface Flags {
  stale: boolean;
  tokenExpired: boolean;
}

interface Options {
  /** Only faults that name this call hit it. */
  namedFaultsOnly?: boolean;
  /** The body holds a secret and stays out of the log. */
  secretBody?: boolean;
}

type Work = (payload: Result<Payload>, flags: Flags) => Answer;

/** One call with faults on demand, a line in the log, and its changes written before the answer leaves. */
export async function exchange(ctx: SandboxContext, c: Context, work: Work, options: Options = {}) {
  const request = c.req.raw;
  const url = new URL(request.url);
  const begun = performance.now();
  const faults = ctx.faults.take(`${request.method} ${url.pathname}`, options.namedFaultsOnly);
  const payload = await readPayload(request);
  for (const fault of faults) if (fault.kind === "latency") await wait(fault.ms, request.signal);
  const answer = workWithFaults(ctx, faults, (flags) => work(payload, flags));
  const body = payload.ok ? payload.value.text : "";
  const secret = options.secretBody ?? false;
  ctx.requests.add({
    at: ctx.clock.now(),
    ms: Math.round((performance.now() - begun) * 10) / 10,
    method: request.method,
    path: `${url.pathname}${url.search}`,
    requestHeaders: maskedHeaders(request.headers),
    requestBody: secret ? "(credentials)" : body.slice(0, LOGGED_CHARS),
    status: answer.status,
    responseBody: secret ? "(token)" : loggedBody(answer),
    smartId: concernedSmart(ctx, url.pathname, answer),
    fault: faults.length > 0 ? faults.map((fault) => fault.kind).join(", ") : null,
  });
  return send(c, answer);
}

function workWithFaults(ctx: SandboxContext, faults: Fault[], work: (flags: Flags) => Answer): Answer {
  const has = (kind: Fault["kind"]) => faults.some((fault) => fault.kind === kind);
  if (has("cut_before")) return CUT;
  if (has("500")) return refusalAnswer(ctx.ids, refuse("internal").reason);
  if (has("502")) return BAD_GATEWAY;
  const answer = spoil(work({ stale: has("stale"), tokenExpired: has("token_expired") }), faults);
  ctx.store.commit();
  return has("cut_after") ? { ...CUT, body: answer.body } : answer;
}

function loggedBody(answer: Answer): string {
  return typeof answer.body === "string" ? answer.body.slice(0, LOGGED_CHARS) : "(binary)";
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
  const payment = path.split("/")[5] ?? "";
  const found = ctx.store.payments.get(payment) ?? ctx.store.paymentByHash(payment);
  if (found) return found.smartId;
  const made =
    typeof answer.body === "string"
      ? /^\{"object":"smart\.transactions","id":"(STX_\w{30})"/.exec(answer.body)
      : null;
  return made?.[1] ?? null;
}
