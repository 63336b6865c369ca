import type { Context } from "@/lib/context";
import type { PaymentAttempt } from "@/lib/db/schema";
import { type Cents, cents } from "@/lib/money";
import type { CallOptions, Payment, PaymentStatus, SmartTransaction } from "@/lib/secuconnect/types";

/** Refunds are child transactions of this reference type (api.md 12). */
const refundRefType = 19;

/** A refund that belongs to the payment, in positive cents. */
export type SeenRefund = { pciId: string; amount: number; simple: number };

/** All that secuconnect says of one attempt at one moment. */
export type Observation = {
  /** Before the first read. */
  at: Date;
  smart: SmartTransaction;
  payment: Payment | null;
  effective: PaymentStatus | null;
  refunds: SeenRefund[];
};

/**
 * Reads the Smart Transaction, the effective amount, the payment and its refunds; each refund every time, since it may
 * still fail (api.md 13.4). The effective amount first: a refund made between the reads is then seen as a refund and
 * not as money that never came. Throws SecuconnectError.
 */
export async function observe(
  ctx: Context,
  attempt: PaymentAttempt & { stxId: string },
  options: CallOptions,
): Promise<Observation> {
  const at = ctx.now();
  const smart = await ctx.secuconnect.readTransaction(attempt.stxId, options);
  const pciId = smart.transactions[0]?.id;
  if (!pciId) return { at, smart, payment: null, effective: null, refunds: [] };
  const effective = await ctx.secuconnect.checkStatus(pciId, options);
  const payment = await ctx.secuconnect.readPayment(pciId, options);
  const refunds: SeenRefund[] = [];
  for (const id of refundIdsOf(payment)) {
    const refund = await ctx.secuconnect.readPayment(id, options);
    refunds.push({ pciId: id, amount: Math.abs(refund.amount), simple: refund.simple });
  }
  return { at, smart, payment, effective, refunds };
}

/** The ids of the refunds that hang on a payment. */
export function refundIdsOf(payment: Payment): string[] {
  return payment.related
    .filter((child) => child.refTypeId === refundRefType && child.hierarchy === "child")
    .map((child) => child.id);
}

/** What was taken off the price without money moving: neither left over nor given back as a refund (api.md 13.4). */
export function reductionOf({ payment, effective, refunds }: Observation): Cents {
  if (!payment || !effective) return cents(0);
  const givenBack = refunds.reduce((all, refund) => all + refund.amount, 0);
  return cents(Math.max(0, payment.amount - effective.amount - givenBack));
}
