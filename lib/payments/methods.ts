import type { Context } from "@/lib/context";

/** Payment methods by their names in `prepare/{method}` and `payment_links` (api.md 19). */
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
] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

/** own: the shop's pages and API calls. hosted: secupay's page in the full window. */
export type OfferedMethod = { method: PaymentMethod; flow: "own" | "hosted" };

const ownPages: ReadonlySet<PaymentMethod> = new Set(["prepaid", "invoice"]);
const byContractName: Record<string, PaymentMethod> = {
  creditcard: "creditcard",
  googlepay: "creditcard",
  applepay: "creditcard",
  debit: "debit",
  invoice: "invoice",
  prepay: "prepaid",
  paypal: "paypal",
  easycredit: "easycredit",
  sofort: "sofort",
  giropay: "giropay",
  eps: "eps",
};

const freshFor = 5 * 60_000;
let known: { methods: PaymentMethod[]; at: number; contractId: string } | undefined;

/** Turns the contract's method names into the shop's, each once, in the shop's order; unknown names are left out (api.md 19). */
export function fromContractNames(names: readonly string[]): PaymentMethod[] {
  const found = new Set(names.map((name) => byContractName[name.toLowerCase()]));
  return paymentMethods.filter((method) => found.has(method));
}

/**
 * What the buyer may choose from, as the contract offers it, asked at most every five minutes. While secuconnect
 * does not answer, the last known list is shown, or the two methods that run on the shop's own pages.
 */
export async function offeredMethods(ctx: Context): Promise<OfferedMethod[]> {
  const { contractId, isDemo } = ctx.settings;
  const age = known?.contractId === contractId ? ctx.now().getTime() - known.at : Number.POSITIVE_INFINITY;
  if (age > freshFor) {
    try {
      const names = await ctx.secuconnect.availablePaymentMethods(contractId, { currency: "EUR", isDemo });
      known = { methods: fromContractNames(names), at: ctx.now().getTime(), contractId };
    } catch (error) {
      ctx.log("warn", "payment methods could not be read", { error: String(error) });
    }
  }
  const methods = known?.contractId === contractId ? known.methods : (["prepaid", "invoice"] as const);
  return methods.map((method) => ({ method, flow: flowOf(method) }));
}

/** Where this method is paid. */
export function flowOf(method: PaymentMethod): "own" | "hosted" {
  return ownPages.has(method) ? "own" : "hosted";
}

/** Whether the buyer pays after delivery, so that accepting the payment is not yet receiving money (api.md 9.1). */
export function paysLater(method: string): boolean {
  return method === "invoice";
}

/** Whether the payment takes a bank transfer of the buyer, so that secuconnect gives transfer details (api.md 16.1). */
export function paysByTransfer(method: string): boolean {
  return method === "invoice" || method === "prepaid";
}
