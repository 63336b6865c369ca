import type { Db } from "@/lib/db/client";
import { createSecuconnectClient } from "@/lib/secuconnect/client";
import { compare } from "./compare";
import { listAllOfSandbox, readSecuconnect } from "./read-secuconnect";
import { changedSince, readShop, without } from "./read-shop";
import type { AuditResult } from "./report";

export type AuditAccess = { baseUrl: string; clientId: string; clientSecret: string; timeoutMs: number };

/**
 * Reads both sides and compares them; changes nothing. Safe beside a running shop: orders that change meanwhile are not
 * judged. Throws SecuconnectError when secuconnect does not answer.
 */
export async function audit(
  db: Db,
  access: AuditAccess,
  beginning: ReadonlyMap<string, number> | null = null,
): Promise<AuditResult> {
  const client = createSecuconnectClient({ ...access, now: () => new Date(), random: Math.random });
  const shop = await readShop(db);
  const secuconnect = await readSecuconnect(client, shop.attempts, await listAllOfSandbox(access.baseUrl));
  const changed = await changedSince(db, shop);
  const findings = compare({ shop: without(shop, changed), secuconnect }, beginning);
  const leftOut = shop.orders.filter(({ id }) => changed.has(id)).length;
  return { shop, secuconnect, findings, leftOut };
}
