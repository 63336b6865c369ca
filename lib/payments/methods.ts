import type { Context } from "@/lib/context";
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

const ownPages: ReadonlySet<PaymentMethod> = new Set(["prepaid", "invoice"]);
const freshForMs = 5 * 60_000;
const failureStandsForMs = 30_000;
const known = new WeakMap<Context["secuconnect"], { methods: readonly PaymentMethod[]; until: number }>();

/**
 * What the buyer may choose from, as the contract offers it (api.md 19), asked at most every five minutes. While
 * secuconnect does not answer, the last known list is shown, or the two methods that run on the shop's own pages, and
 * nobody else waits for it for half a minute.
 */
export async function offeredMethods(ctx: Context): Promise<OfferedMethod[]> {
  const last = known.get(ctx.secuconnect);
  const now = ctx.now().getTime();
  if (last && now < last.until) return offer(last.methods);
  try {
    const { contractId, isDemo } = ctx.settings;
    const methods = await ctx.secuconnect.availablePaymentMethods(contractId, { currency: "EUR", isDemo });
    known.set(ctx.secuconnect, { methods, until: now + freshForMs });
    return offer(methods);
  } catch (error) {
    ctx.log("warn", "payment methods could not be read", { error: String(error) });
    const methods = last?.methods ?? [...ownPages];
    known.set(ctx.secuconnect, { methods, until: now + failureStandsForMs });
    return offer(methods);
  }
}

function offer(methods: readonly PaymentMethod[]): OfferedMethod[] {
  return paymentMethods
    .filter((method) => methods.includes(method))
    .map((method) => ({ method, flow: flowOf(method) }));
}

/** Where this method is paid. */
export function flowOf(method: PaymentMethod): "own" | "hosted" {
  return ownPages.has(method) ? "own" : "hosted";
}

/** Reads a stored or sent method name; null for anything else. */
export function asMethod(name: string): PaymentMethod | null {
  return paymentMethods.find((method) => method === name) ?? null;
}

/** Whether the buyer pays after delivery, so that accepting the payment is not yet receiving money (api.md 9.1). */
export function paysLater(method: string): boolean {
  return method === "invoice";
}
