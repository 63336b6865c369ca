import "server-only";
import { z } from "zod";
import type { Env } from "@/lib/env";
import { createSecuconnectClient } from "@/lib/secuconnect/client";
import { isSecuconnectError, type SecuconnectErrorKind } from "@/lib/secuconnect/errors";
import type { Method } from "@/lib/secuconnect/types";

export type Connection =
  | {
      ok: true;
      methods: Method[];
      /** How long token and list took together. */
      ms: number;
      /** How long the fresh token is good for, as secuconnect says. */
      tokenSeconds: number | null;
    }
  | { ok: false; kind: SecuconnectErrorKind; message: string; supportId: string | null };

type Access = Pick<
  Env,
  | "SECUCONNECT_URL"
  | "SECUCONNECT_CLIENT_ID"
  | "SECUCONNECT_CLIENT_SECRET"
  | "SECUCONNECT_CONTRACT_ID"
  | "SECUCONNECT_TIMEOUT_MS"
  | "SECUCONNECT_LIVE"
>;

const tokenSchema = z.object({ expires_in: z.number() });

/**
 * Asks secuconnect for a new token and the contract's methods (api.md 3.1, 19). With a client of its own: the running
 * shop's token would hide credentials that were withdrawn.
 */
export async function testConnection(access: Access): Promise<Connection> {
  let tokenSeconds: number | null = null;
  const client = createSecuconnectClient({
    baseUrl: access.SECUCONNECT_URL,
    clientId: access.SECUCONNECT_CLIENT_ID,
    clientSecret: access.SECUCONNECT_CLIENT_SECRET,
    timeoutMs: access.SECUCONNECT_TIMEOUT_MS,
    now: () => new Date(),
    random: Math.random,
    onCall: ({ path, response }) => {
      if (path === "/oauth/token") tokenSeconds = tokenSchema.safeParse(response).data?.expires_in ?? null;
    },
  });
  const begun = performance.now();
  try {
    const methods = await client.availablePaymentMethods(access.SECUCONNECT_CONTRACT_ID, {
      currency: "EUR",
      isDemo: !access.SECUCONNECT_LIVE,
    });
    return { ok: true, methods, ms: Math.round(performance.now() - begun), tokenSeconds };
  } catch (error) {
    if (!isSecuconnectError(error)) throw error;
    return { ok: false, kind: error.kind, message: error.message, supportId: error.supportId };
  }
}

/** Which secuconnect this is, by its address: the sandbox on this machine, secupay's test system, or the real one. */
export function environmentOf(url: string): "sandbox" | "test" | "live" | "other" {
  const { hostname } = new URL(url);
  if (hostname === "127.0.0.1" || hostname === "localhost") return "sandbox";
  if (hostname === "connect.secucard.com" || hostname === "connect.secuconnect.com") return "live";
  return /(^|[.-])(testing|dev)\b/.test(hostname) ? "test" : "other";
}
