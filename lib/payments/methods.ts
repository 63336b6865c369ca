import type { Context, ShopSettings } from "@/lib/context";
import type { Method } from "@/lib/secuconnect/types";

export type PaymentMethod = Method;

/** The shop's order of payment methods: what costs the buyer nothing extra and runs on the shop's own pages first. */
export const paymentMethods = [
  "prepaid",
  "invoice",
  "creditcard",
  "debit",
  "paypal",
  "easycredit",
  "sofort",
  "giropay",
  "eps",
] as const satisfies readonly PaymentMethod[];

/** own: the shop's pages and API calls. hosted: secupay's page in the full window. */
export type OfferedMethod = { method: PaymentMethod; flow: "own" | "hosted" };

/** Shown while nothing is known of the contract. */
const fallback: readonly PaymentMethod[] = ["prepaid", "invoice"];
/** The buyer agrees on the provider's own page in between (api.md 9). */
const external: ReadonlySet<PaymentMethod> = new Set(["paypal", "easycredit", "sofort", "giropay", "eps"]);
/** Authorised first and captured later: what is reserved, not scored or transferred (api.md 9). */
const capturable: ReadonlySet<string> = new Set<PaymentMethod>(["creditcard", "debit", "paypal"]);
const freshForMs = 5 * 60_000;
const failureStandsForMs = 30_000;
const known = new WeakMap<Context["secuconnect"], { methods: readonly PaymentMethod[]; until: number }>();

/**
 * What the buyer may choose from, as the contract offers it (api.md 19), asked at most every five minutes. While
 * secuconnect does not answer, the last known list is shown, or advance payment and invoice, and nobody else waits for it
 * for half a minute.
 */
export async function offeredMethods(ctx: Context): Promise<OfferedMethod[]> {
  const last = known.get(ctx.secuconnect);
  const now = ctx.now().getTime();
  if (last && now < last.until) return offer(ctx.settings, last.methods);
  try {
    const { contractId, isDemo } = ctx.settings;
    const methods = await ctx.secuconnect.availablePaymentMethods(contractId, { currency: "EUR", isDemo });
    known.set(ctx.secuconnect, { methods, until: now + freshForMs });
    return offer(ctx.settings, methods);
  } catch (error) {
    ctx.log("warn", "payment methods could not be read", { error: String(error) });
    const methods = last?.methods ?? fallback;
    known.set(ctx.secuconnect, { methods, until: now + failureStandsForMs });
    return offer(ctx.settings, methods);
  }
}

function offer(settings: ShopSettings, methods: readonly PaymentMethod[]): OfferedMethod[] {
  return paymentMethods
    .filter((method) => methods.includes(method))
    .map((method) => ({ method, flow: flowOf(settings, method) }));
}

/** Where this method is paid, as the shop is set up. Cards never run on the shop's own pages. */
export function flowOf(settings: Pick<ShopSettings, "ownPages">, method: PaymentMethod): "own" | "hosted" {
  return method !== "creditcard" && settings.ownPages.includes(method) ? "own" : "hosted";
}

/** Whether the buyer agrees on the provider's own page, for which prepare answers an address (api.md 8.4). */
export function isExternal(method: PaymentMethod): boolean {
  return external.has(method);
}

/** Whether an authorised payment of this method waits for the merchant to capture it. */
export function capturesLater(settings: Pick<ShopSettings, "capture">, method: string): boolean {
  return settings.capture === "later" && capturable.has(method);
}

/** Reads a stored or sent method name; null for anything else. */
export function asMethod(name: string): PaymentMethod | null {
  return paymentMethods.find((method) => method === name) ?? null;
}

/** Whether the buyer pays after delivery, so that accepting the payment is not yet receiving money (api.md 9.1). */
export function paysLater(method: string): boolean {
  return method === "invoice";
}
