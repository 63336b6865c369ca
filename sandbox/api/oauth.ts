import { timingSafeEqual } from "node:crypto";
import { CHOICES } from "../choices";
import type { SandboxContext } from "../context";
import type { Result } from "../refusals";
import type { Answer } from "./answer";
import type { Payload } from "./body";

export interface Client {
  id: string;
  secret: string;
}

const HEADERS = { "Content-Type": "application/json", "Cache-Control": "no-store", Pragma: "no-cache" };

function oauthError(error: string, description: string): Answer {
  return { status: 400, headers: HEADERS, body: JSON.stringify({ error, error_description: description }) };
}

/** `POST /oauth/token`, JSON or form-encoded; errors in the OAuth shape (api.md 3.1). */
export function token(ctx: SandboxContext, clients: readonly Client[], payload: Result<Payload>): Answer {
  const fields = payload.ok ? credentials(payload.value) : {};
  const { client_id, client_secret, grant_type } = fields;
  if (!client_id || !client_secret) {
    return oauthError("invalid_client", "Client credentials were not found in the headers or body");
  }
  const client = clients.find((each) => each.id === client_id && sameSecret(each.secret, client_secret));
  if (!client) return oauthError("invalid_client", "The client credentials are invalid");
  if (grant_type !== "client_credentials") {
    return oauthError("unsupported_grant_type", "The grant type is not supported");
  }
  const id = ctx.ids.token();
  ctx.store.tokens.put({
    id,
    clientId: client.id,
    expires: ctx.clock.now() + CHOICES.tokenLifetimeSeconds.value * 1000,
  });
  forgetExpired(ctx);
  const body = {
    access_token: id,
    expires_in: CHOICES.tokenLifetimeSeconds.value,
    token_type: "bearer",
    scope: "https://scope.secucard.com/e/api",
  };
  return { status: 200, headers: HEADERS, body: JSON.stringify(body) };
}

function credentials({ text, contentType }: Payload): Record<string, string> {
  if (/^application\/x-www-form-urlencoded/i.test(contentType ?? ""))
    return Object.fromEntries(new URLSearchParams(text));
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return {};
    return Object.fromEntries(Object.entries(value).filter(([, v]) => typeof v === "string"));
  } catch {
    return {};
  }
}

function sameSecret(expected: string, given: string): boolean {
  const [one, two] = [Buffer.from(expected), Buffer.from(given)];
  return one.length === two.length && timingSafeEqual(one, two);
}

/** Tokens are stored oldest first, so the expired ones stand at the front. */
function forgetExpired(ctx: SandboxContext): void {
  for (const old of ctx.store.tokens.values()) {
    if (old.expires > ctx.clock.now()) break;
    ctx.store.tokens.delete(old.id);
  }
}

/** The client a bearer token belongs to; undefined when missing, unknown or expired (api.md 3.3). */
export function clientOf(
  ctx: SandboxContext,
  request: Request,
): { clientId: string; token: string } | undefined {
  const match = /^Bearer (\S+)$/i.exec(request.headers.get("authorization") ?? "");
  const found = ctx.store.tokens.get(match?.[1] ?? "");
  if (!found || found.expires <= ctx.clock.now()) return undefined;
  return { clientId: found.clientId, token: found.id };
}
