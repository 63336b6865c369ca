import type { Context } from "@/lib/context";
import type { PaymentAttempt } from "@/lib/db/schema";
import type { CallOptions, Payment, PaymentStatus, SmartTransaction } from "@/lib/secuconnect/types";

/** Refunds are child transactions of this reference type (api.md 12). */
const refundRefType = 19;

/** All that secuconnect says of one attempt at one moment. */
export type Observation = {
  smart: SmartTransaction;
  payment: Payment | null;
  effective: PaymentStatus | null;
  /** Refund transactions that the ledger does not know yet, in positive cents. */
  newRefunds: { pciId: string; amount: number }[];
};

/** Reads the Smart Transaction, its payment, the effective amount and refunds not seen before. Throws SecuconnectError. */
export async function observe(
  ctx: Context,
  attempt: PaymentAttempt & { stxId: string },
  knownRefunds: ReadonlySet<string>,
  options: CallOptions,
): Promise<Observation> {
  const smart = await ctx.secuconnect.readTransaction(attempt.stxId, options);
  const pciId = smart.transactions[0]?.id;
  if (!pciId) return { smart, payment: null, effective: null, newRefunds: [] };
  const payment = await ctx.secuconnect.readPayment(pciId, options);
  const effective = await ctx.secuconnect.checkStatus(pciId, options);
  const newRefunds = [];
  for (const child of payment.related) {
    if (child.refTypeId !== refundRefType || child.hierarchy !== "child" || knownRefunds.has(child.id))
      continue;
    const refund = await ctx.secuconnect.readPayment(child.id, options);
    newRefunds.push({ pciId: child.id, amount: Math.abs(refund.amount) });
  }
  return { smart, payment, effective, newRefunds };
}
