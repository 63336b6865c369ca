import "server-only";
import type { Context } from "@/lib/context";
import {
  allowsDelivery,
  type DeliveryResult,
  findDeliverable,
  markDelivered,
  reportDelivery,
} from "@/lib/orders/delivery";
import { keepTransfer } from "@/lib/orders/ship";
import { isSecuconnectError } from "@/lib/secuconnect/errors";
import type { CallOptions, SmartTransaction } from "@/lib/secuconnect/types";

/**
 * The buyer has fetched the goods: told to secuconnect first, where an invoice becomes due by it (api.md 8.9). It can
 * be marked only once there, so what secuconnect knows already counts as done; may be repeated after a lost answer.
 * Only one of several callers wins; the others hear `already_collected`.
 */
export async function handOver(
  ctx: Context,
  orderId: string,
  admin: { email: string },
): Promise<DeliveryResult> {
  const found = await findDeliverable(ctx, orderId, "collection");
  if (!found.ok) return found;
  const { stxId } = found.attempt;
  if (!stxId) return { ok: false, reason: "not_ready" };
  return reportDelivery(ctx, found.attempt, async (options) => {
    const payment = await ctx.secuconnect.readPayment(found.pciId, options);
    const smart = await ctx.secuconnect.readTransaction(stxId, options);
    if (!allowsDelivery(payment)) return { ok: false, reason: "payment_changed" };
    if (!isCollected(smart)) {
      if (smart.status !== "collection") return { ok: false, reason: "payment_changed" };
      await tell(ctx, stxId, options);
    }
    await keepTransfer(ctx, found, options);
    const summary = `handed over by ${admin.email}, pick-up code ${found.order.pickupCode ?? "unknown"}`;
    return markDelivered(ctx, found, { kind: "collected", shipment: null, summary });
  });
}

function isCollected({ status, deliveryOptions }: SmartTransaction): boolean {
  return status === "collected" || (status === "collection" && deliveryOptions?.deliveredAt != null);
}

/** A failed call is looked up once: it may have been done, by this call or by another one. */
async function tell(ctx: Context, stxId: string, options: CallOptions): Promise<void> {
  try {
    await ctx.secuconnect.setCollected(stxId, { deliveredAt: ctx.now() }, options);
  } catch (error) {
    if (!isSecuconnectError(error)) throw error;
    if (await isDoneThere(ctx, stxId, options)) return;
    throw error;
  }
}

async function isDoneThere(ctx: Context, stxId: string, options: CallOptions): Promise<boolean> {
  try {
    return isCollected(await ctx.secuconnect.readTransaction(stxId, options));
  } catch (error) {
    if (isSecuconnectError(error)) return false;
    throw error;
  }
}
