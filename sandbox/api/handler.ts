import type { SandboxContext } from "../context";
import { ok, type Refusal, type Result, refuse } from "../refusals";
import { type Answer, jsonAnswer, refusalAnswer } from "./answer";
import { type Payload, parseJson } from "./body";
import type { Flags } from "./exchange";
import { clientOf } from "./oauth";
import { type Call, createMatcher, type Reply, type Route } from "./route";

export const API_PREFIX = /^\/api\/v2(?=\/|$)/i;

export interface HandlerInput {
  request: Request;
  payload: Result<Payload>;
  flags: Flags;
}

/** Answers one call of /api/v2: token, route, payload, operation. Never throws. */
export function createHandler(ctx: SandboxContext, routes: readonly Route[]) {
  const match = createMatcher(routes);
  return (input: HandlerInput): Answer => {
    try {
      const reply = handle(ctx, match, input);
      if (reply.ok === "raw") return reply.answer;
      return reply.ok ? jsonAnswer(reply.value) : refusalAnswer(ctx.ids, reply.reason);
    } catch (error) {
      console.error("sandbox: unexpected error", error);
      const internal: Refusal = refuse("internal").reason;
      return refusalAnswer(ctx.ids, internal);
    }
  };
}

function handle(ctx: SandboxContext, match: ReturnType<typeof createMatcher>, input: HandlerInput): Reply {
  const client = clientOf(ctx, input.request);
  if (client && input.flags.tokenExpired) ctx.store.tokens.delete(client.token);
  if (!client || input.flags.tokenExpired) return refuse("tokenRequired");
  const url = new URL(input.request.url);
  const found = match(input.request.method, url.pathname.replace(API_PREFIX, ""));
  if (!found) return refuse("unknownEndpoint");
  const body = readBody(found.route, input);
  if (!body.ok) return body;
  const call: Call = {
    ctx,
    clientId: client.clientId,
    params: found.params,
    query: url.searchParams,
    body: body.value,
    stale: input.flags.stale,
  };
  return found.route.handle(call);
}

function readBody(route: Route, { payload }: HandlerInput): Result<unknown> {
  if (!payload.ok) return payload;
  if (route.body === "none") return ok(undefined);
  const parsed = parseJson(payload.value);
  if (parsed.ok && parsed.value === undefined && route.body === "required") return refuse("noPayload");
  return parsed;
}
